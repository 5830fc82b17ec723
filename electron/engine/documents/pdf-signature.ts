/** Where a signature stands in a PDF: the ranges of bytes that it is over, and the CMS itself. */
export interface PdfSignature {
  readonly signed: Uint8Array
  readonly cms: Uint8Array
  /** But for the place of the signature itself, nothing of the file lies before what was signed, and nothing behind it. */
  readonly fromStart: boolean
  readonly toEnd: boolean
}

/** Larger than any signature with its chain and time stamps. */
const mostDigits = 400_000

/**
 * The signature over the most of a PDF; null: there is none that can be read as one. The gap between its two ranges has to be the signature's own digits to the
 * letter, or something could be hidden in it.
 */
export function findSignature(pdf: Uint8Array): PdfSignature | null {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.length)
  const text = bytes.toString('latin1')
  let best: { readonly range: Range; readonly cms: Uint8Array } | null = null
  for (const [, ...numbers] of text.matchAll(
    /\/ByteRange\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/g,
  )) {
    const range = numbers.map(Number) as unknown as Range
    const cms = contentsOf(text, range)
    if (cms && (best === null || endOf(range) > endOf(best.range))) best = { range, cms }
  }
  if (best === null) return null
  const [start, length, second, rest] = best.range
  return {
    signed: Buffer.concat([bytes.subarray(start, start + length), bytes.subarray(second, second + rest)]),
    cms: best.cms,
    fromStart: start === 0,
    toEnd: second + rest === bytes.length,
  }
}

type Range = readonly [start: number, length: number, second: number, rest: number]

const endOf = ([, , second, rest]: Range): number => second + rest

function contentsOf(text: string, [start, length, second, rest]: Range): Uint8Array | null {
  const gap = start + length
  if (gap >= second || second + rest > text.length || second - gap > mostDigits) return null
  const digits = text.slice(gap, second)
  if (!/^<[0-9A-Fa-f\s]+>$/.test(digits)) return null
  const cms = Buffer.from(digits.slice(1, -1).replace(/\s/g, ''), 'hex')
  const whole = wholeLength(cms)
  return whole === null ? null : cms.subarray(0, whole)
}

/** Room was left for the signature before it was made: what follows on its own DER is filled with zeros. */
function wholeLength(der: Buffer): number | null {
  const first = der[1]
  if (der[0] !== 0x30 || first === undefined) return null
  if (first < 0x80) return 2 + first
  const count = first & 0x7f
  if (count === 0 || count > 4 || der.length < 2 + count) return null
  const length = 2 + count + der.readUIntBE(2, count)
  return length <= der.length ? length : null
}
