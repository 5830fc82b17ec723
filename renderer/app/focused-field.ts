/** Where typed characters land. */
export interface TypingPlace {
  /** Remembers what the field holds now; the returned function puts it back. */
  remember(): () => void
  /** Types a text where the focus is, as a keyboard would. */
  type(text: string): void
}

/** Heard by who acted on the first key of a scan: nobody knew yet that it was one. */
export const untyped = 'untyped'

type Field = HTMLInputElement | HTMLTextAreaElement

const isField = (element: Element | null): element is Field =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement

/** Has somebody gone to a field already? Then what comes later does not take the focus. */
export const isTyping = (): boolean => isField(document.activeElement)

/** React reads a field only through its own event, and overrides the element's `value`: so the prototype's setter and an input event. */
function write(field: Field, value: string) {
  const prototype = field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

/** The field of the page that has the focus. */
export const fieldWithFocus: TypingPlace = {
  remember: () => {
    const field = document.activeElement
    if (!isField(field)) return () => undefined
    const before = field.value
    return () => {
      if (!field.isConnected) return
      if (field.value !== before) write(field, before)
      field.dispatchEvent(new Event(untyped, { bubbles: true }))
      field.focus()
    }
  },
  // One by one: boxes for a PIN move the focus on with each digit. execCommand is the only way that keeps undo and the caret.
  type: (text) => {
    for (const character of text)
      if (isField(document.activeElement)) document.execCommand('insertText', false, character)
  },
}
