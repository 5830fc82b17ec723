import { inflateSync } from 'node:zlib'

/** RGBA bytes, row by row from the top. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly data: Buffer
}

const pixelBytes = 4
/** Eight bits, red green blue alpha, deflate, the five filters, not interlaced. */
const canvasFormat = Buffer.from([8, 6, 0, 0, 0])

/**
 * The pixels of a PNG as a canvas writes it; null for every other kind of PNG. For drawings of ours, where the libraries at hand take longer
 * for the pixels alone than a receipt may take in all. Throws where the picture is damaged: zlib's own check covers every pixel.
 */
export function canvasPixels(png: Buffer): Pixels | null {
  if (!png.subarray(24, 29).equals(canvasFormat)) return null
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  const stride = width * pixelBytes
  const length = (stride + 1) * height
  const raw = inflateSync(compressed(png), { maxOutputLength: length, chunkSize: Math.max(64, length) })
  if (raw.length !== length) throw new Error('a picture with fewer rows than it says')
  // One row of zeros above the first: what its filters look up to.
  const out = Buffer.alloc(stride * (height + 1))
  for (let row = 0; row < height; row++) {
    const from = row * (stride + 1) + 1
    unfilter({ filter: raw[from - 1] ?? 0, raw, from, out, to: (row + 1) * stride, stride })
  }
  return { width, height, data: out.subarray(stride) }
}

/** The contents of the IDAT chunks; the first chunk starts after the signature. */
function compressed(png: Buffer): Buffer {
  const parts: Buffer[] = []
  for (let at = 8; at + 8 <= png.length; ) {
    const length = png.readUInt32BE(at)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length))
    at += 12 + length
  }
  return Buffer.concat(parts)
}

interface Line {
  readonly filter: number
  readonly raw: Uint8Array
  readonly from: number
  readonly out: Uint8Array
  readonly to: number
  readonly stride: number
}

const none = 0
const sub = 1
const up = 2
const average = 3
const paeth = 4

/** PNG specification, 9.2. Left of the first pixel there are zeros, so there all filters but two come down to one. */
function unfilter(line: Line): void {
  const { filter, raw, from, out, to, stride } = line
  if (filter > paeth) throw new Error(`a row with filter ${filter}`)
  for (let at = 0; at < pixelBytes; at++) {
    const above = out[to + at - stride] ?? 0
    const expected = filter === up || filter === paeth ? above : filter === average ? above >> 1 : 0
    out[to + at] = (raw[from + at] ?? 0) + expected
  }
  if (filter === none) out.set(raw.subarray(from, from + stride), to)
  else if (filter === sub) unfilterSub(line)
  else if (filter === up) unfilterUp(line)
  else if (filter === average) unfilterAverage(line)
  else unfilterPaeth(line)
}

function unfilterSub({ raw, from, out, to, stride }: Line): void {
  for (let at = pixelBytes; at < stride; at++)
    out[to + at] = (raw[from + at] as number) + (out[to + at - pixelBytes] as number)
}

function unfilterUp({ raw, from, out, to, stride }: Line): void {
  for (let at = pixelBytes; at < stride; at++)
    out[to + at] = (raw[from + at] as number) + (out[to + at - stride] as number)
}

function unfilterAverage({ raw, from, out, to, stride }: Line): void {
  for (let at = pixelBytes; at < stride; at++) {
    const [left, above] = [out[to + at - pixelBytes] as number, out[to + at - stride] as number]
    out[to + at] = (raw[from + at] as number) + ((left + above) >> 1)
  }
}

function unfilterPaeth({ raw, from, out, to, stride }: Line): void {
  for (let at = pixelBytes; at < stride; at++) {
    const left = out[to + at - pixelBytes] as number
    const above = out[to + at - stride] as number
    const corner = out[to + at - stride - pixelBytes] as number
    const [byLeft, byAbove] = [Math.abs(above - corner), Math.abs(left - corner)]
    const byCorner = Math.abs(left + above - 2 * corner)
    const nearest = byLeft <= byAbove && byLeft <= byCorner ? left : byAbove <= byCorner ? above : corner
    out[to + at] = (raw[from + at] as number) + nearest
  }
}
