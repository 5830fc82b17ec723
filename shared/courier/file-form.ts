import { type CourierHeader, courierHeader, courierVersion } from '../contract/sync/courier.ts'
import { ByteReader } from './byte-reader.ts'
import { FileTrouble } from './file-trouble.ts'

/**
 * How a file lies: mark, length and text of the header, the encapsulated key, frames, and the seal (SHA-256 of all before it, Ed25519 over that). Each frame
 * begins with four bytes: whether it is the last (top bit), and its length. Nothing follows the seal.
 */
const mark = 'LOKETF1\n'
export const plainFrameBytes = 262_144
const sealedFrameBytes = plainFrameBytes + 16
const longestHeader = 4_096
const lastFlag = 0x8000_0000

export const asciiBytes = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
export const bytesText = (bytes: Uint8Array): string => {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}

export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

export function number4(value: number): Uint8Array {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, value)
  return bytes
}
const numberIn = (bytes: Uint8Array): number => new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0)

/** ASCII only, so that it is the same bytes everywhere. */
export function headBytes(header: CourierHeader): Uint8Array {
  const text = JSON.stringify(header).replace(
    /[\u0080-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return joined(asciiBytes(mark), number4(text.length), asciiBytes(text))
}

export const frameHead = (length: number, last: boolean): Uint8Array => number4(length + (last ? lastFlag : 0))

/** What is signed: the digest under a name of its own, so that the signature serves nothing else. */
export const signedText = (sha256: Uint8Array): Uint8Array =>
  asciiBytes(`loket-file-1:${Array.from(sha256, (byte) => byte.toString(16).padStart(2, '0')).join('')}`)

export type FilePart =
  | { readonly part: 'head'; readonly bytes: Uint8Array; readonly header: CourierHeader }
  | { readonly part: 'key'; readonly bytes: Uint8Array }
  | { readonly part: 'frame'; readonly bytes: Uint8Array; readonly last: boolean }
  | { readonly part: 'seal'; readonly sha256: Uint8Array; readonly signature: Uint8Array }

/** A file in its parts, in order. Throws FileTrouble: not-ours, too-new, damaged. Proves nothing yet. */
export async function* partsOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<FilePart> {
  const reader = new ByteReader(chunks)
  try {
    yield await head(reader)
    yield { part: 'key', bytes: await needed(reader, 32) }
    for (let last = false; !last; ) {
      const begin = await needed(reader, 4)
      const length = numberIn(begin) % lastFlag
      last = numberIn(begin) >= lastFlag
      if (length > sealedFrameBytes || (!last && length !== sealedFrameBytes)) throw new FileTrouble('damaged')
      yield { part: 'frame', bytes: joined(begin, await needed(reader, length)), last }
    }
    yield { part: 'seal', sha256: await needed(reader, 32), signature: await needed(reader, 64) }
    if (!(await reader.ended())) throw new FileTrouble('damaged')
  } finally {
    await reader.stop()
  }
}

async function head(reader: ByteReader): Promise<FilePart> {
  const marked = await reader.exactly(mark.length)
  if (!marked || bytesText(marked) !== mark) throw new FileTrouble('not-ours')
  const length = await needed(reader, 4)
  if (numberIn(length) > longestHeader) throw new FileTrouble('damaged')
  const text = await needed(reader, numberIn(length))
  return { part: 'head', bytes: joined(marked, length, text), header: headerIn(bytesText(text)) }
}

function headerIn(text: string): CourierHeader {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new FileTrouble('damaged', { cause })
  }
  const version: unknown = typeof value === 'object' && value !== null && Reflect.get(value, 'v')
  if (typeof version === 'number' && version > courierVersion) throw new FileTrouble('too-new')
  const header = courierHeader.safeParse(value)
  if (header.success) return header.data
  throw new FileTrouble('damaged', { cause: header.error })
}

async function needed(reader: ByteReader, count: number): Promise<Uint8Array> {
  const bytes = await reader.exactly(count)
  if (bytes) return bytes
  throw new FileTrouble('damaged')
}
