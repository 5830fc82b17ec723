const form = () => document.getElementById('intake-form')

/** Places of the form in its order: of a row of choices the chosen one, or its first. */
function fields(): readonly HTMLElement[] {
  const all = [...(form()?.querySelectorAll<HTMLElement>('[data-field]') ?? [])]
  return all.flatMap((field) => {
    if (field.role !== 'radiogroup') return [field]
    return field.querySelector<HTMLElement>('input:checked') ?? field.querySelector<HTMLElement>('input') ?? []
  })
}

/** Where the next answer goes. The last one leads nowhere further: the review has its own key. */
export function focusNext(from: Element | null): void {
  const all = fields()
  const group = from?.closest('[data-field]')
  const at = all.findIndex((field) => field === from || field.closest('[data-field]') === group)
  all[at + 1]?.focus()
}

export const focusFirst = (): void => (fields().find(isEmpty) ?? fields()[0])?.focus()

const isEmpty = (field: HTMLElement): boolean =>
  field instanceof HTMLInputElement && (field.type === 'radio' ? !field.checked : field.value === '')

/** The field of a place, e.g. `child.nik`. Where a person as a whole is meant, the person's first. */
const placeOf = (about: string): HTMLElement | null =>
  form()?.querySelector<HTMLElement>(`[data-about="${CSS.escape(about)}"]`) ??
  form()?.querySelector<HTMLElement>(`[data-about^="${CSS.escape(about)}."]`) ??
  null

/** The uppermost of these places. */
export function focusFirstOf(abouts: readonly string[]): void {
  const [place] = abouts
    .flatMap((about) => placeOf(about) ?? [])
    .toSorted((one, other) => (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1))
  if (!place) return
  const inside =
    place.role === 'radiogroup'
      ? (place.querySelector<HTMLElement>('input:checked') ?? place.querySelector<HTMLElement>('input'))
      : place
  inside?.focus()
  inside?.scrollIntoView({ block: 'center' })
}
