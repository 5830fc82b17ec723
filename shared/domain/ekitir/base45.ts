/** Base45 of RFC 9285: bytes as text of the QR code's compact alphanumeric mode, two bytes in three characters. */
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'

export function toBase45(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 2) {
    const [high = 0, low] = [bytes[at], bytes[at + 1]]
    text += low === undefined ? digits(high, 2) : digits(high * 256 + low, 3)
  }
  return text
}

const digits = (value: number, count: number): string =>
  Array.from({ length: count }, (_, place) => alphabet[Math.floor(value / 45 ** place) % 45]).join('')

/** Null where the text is no Base45. */
export function fromBase45(text: string): Uint8Array | null {
  if (text.length % 3 === 1) return null
  const bytes: number[] = []
  for (let at = 0; at < text.length; at += 3) {
    const group = [...text.slice(at, at + 3)].map((letter) => alphabet.indexOf(letter))
    if (group.includes(-1)) return null
    const value = group.reduce((sum, digit, place) => sum + digit * 45 ** place, 0)
    if (value > (group.length === 3 ? 0xffff : 0xff)) return null
    bytes.push(...(group.length === 3 ? [value >> 8, value & 0xff] : [value]))
  }
  return Uint8Array.from(bytes)
}
