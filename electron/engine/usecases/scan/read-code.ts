/** What the text of a code is, before anybody looks it up. `text` is trimmed of what USB scanners add. */
export type ReadCode =
  | { readonly kind: 'unknown'; readonly reason: 'empty' | 'too-long' | 'control-characters' | 'not-an-ekitir' }
  | { readonly kind: 'signed'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }

const longest = 512

/** Never throws: what is in a code is data. Pure. */
export function readCode(code: string): ReadCode {
  const text = code.replace(/^[\s\u{feff}]+|[\s\u{feff}\0]+$/gu, '')
  if (text === '') return { kind: 'unknown', reason: 'empty' }
  if (text.length > longest) return { kind: 'unknown', reason: 'too-long' }
  if (/\p{Cc}/u.test(text)) return { kind: 'unknown', reason: 'control-characters' }
  return { kind: text.startsWith('LKT1:') ? 'signed' : 'text', text }
}

/** Worth asking the centre: a number as somebody types it, or an unbroken token long enough not to be a word. */
export function mayBeKitir(text: string): boolean {
  const looksTyped = /^[A-Z]{1,4}[ .-]*[0-9][0-9 .-]{5,30}$/i.test(text)
  return looksTyped || (!/\s/.test(text) && /[A-Za-z0-9_-]{16}/.test(text))
}
