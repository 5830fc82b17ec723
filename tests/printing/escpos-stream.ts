/** What a printer's receiver makes of incoming bytes: what is to be printed, and what is asked of it. */
export interface Received {
  readonly print: Buffer
  readonly questions: readonly Question[]
  /** The start of a command whose end has not come yet. */
  readonly rest: Buffer
}

/** `status`: DLE EOT n, answered at once. `done`: GS r, answered in turn; `printed` bytes of this piece came before it. */
export type Question =
  | { readonly kind: 'status'; readonly which: number }
  | { readonly kind: 'done'; readonly printed: number }

/** Takes questions out of the stream. Knows the lengths of pictures and symbols, so that their data is never taken for a question. */
export function receive(bytes: Buffer): Received {
  const print: Buffer[] = []
  const questions: Question[] = []
  let [at, printed] = [0, 0]
  while (at < bytes.length) {
    const length = lengthAt(bytes, at)
    if (length === null || at + length > bytes.length) break
    const piece = bytes.subarray(at, at + length)
    if (piece[0] === 0x10 && piece[1] === 0x04) questions.push({ kind: 'status', which: piece[2] ?? 0 })
    else if (piece[0] === 0x1d && piece[1] === 0x72) questions.push({ kind: 'done', printed })
    else {
      print.push(piece)
      printed += length
    }
    at += length
  }
  return { print: Buffer.concat(print), questions, rest: bytes.subarray(at) }
}

/** Length of the command (or character) at this place; null when that cannot be told yet. */
function lengthAt(bytes: Buffer, at: number): number | null {
  const [first, second] = [bytes[at], bytes[at + 1]]
  if (first !== 0x10 && first !== 0x1d && first !== 0x1b) return 1
  if (second === undefined) return null
  if (first === 0x10) return second === 0x04 ? 3 : 1
  if (first === 0x1b) return second === 0x40 || second === 0x32 ? 2 : 3
  if (second === 0x76) return at + 8 > bytes.length ? null : 8 + bytes.readUInt16LE(at + 4) * bytes.readUInt16LE(at + 6)
  if (second === 0x28) return at + 5 > bytes.length ? null : 5 + bytes.readUInt16LE(at + 3)
  return 3
}
