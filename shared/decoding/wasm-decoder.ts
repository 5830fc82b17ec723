import { prepareZXingModule, type ReaderOptions, type ReadResult, readBarcodes } from 'zxing-wasm/reader'
import type { Decoder, Effort, Frame } from './decoder.ts'
import { type Region, wholeOf } from './grey.ts'
import { withLocalContrast } from './local-contrast.ts'

/** Pages and Node both have it; this folder is compiled with the types of neither. */
declare const performance: { now(): number }

/** Plain: the text as it stands in the code. Three symbols: a poster behind the citizen must not hide the e-Kitir before it. */
const ordinary: ReaderOptions = { formats: ['QRCode'], textMode: 'Plain', maxNumberOfSymbols: 3 }

/** A second look has no time for every trick: neither inverted nor smaller, and a QR code is found at any angle anyway. */
const hasty: ReaderOptions = { ...ordinary, tryInvert: false, tryRotate: false, tryDownscale: false }

/** The picture is levelled out around mid-grey already. */
const levelled: ReaderOptions = { ...hasty, binarizer: 'FixedThreshold' }

const middleOf = ({ position: { topLeft, bottomRight } }: ReadResult) => ({
  x: (topLeft.x + bottomRight.x) / 2,
  y: (topLeft.y + bottomRight.y) / 2,
})

function nearestTheMiddle(results: readonly ReadResult[], { width, height }: Frame): string | null {
  const distance = (result: ReadResult) => {
    const { x, y } = middleOf(result)
    return Math.hypot(x - width / 2, y - height / 2)
  }
  const readable = results.filter((result) => result.isValid && result.text !== '')
  return readable.sort((a, b) => distance(a) - distance(b))[0]?.text ?? null
}

async function read(frame: Frame, options: ReaderOptions): Promise<string | null> {
  const { data, width, height } = frame
  const image = { data, width, height, colorSpace: 'srgb' as const }
  return nearestTheMiddle(await readBarcodes(image, options), frame)
}

/** What a soft picture (out of focus, small) needs. */
const sharpened = (frame: Frame, region: Region) =>
  read(withLocalContrast(frame, region, { reach: 2, strength: 2, keep: true }), hasty)

/** What a picture with a lamp or a hand's shadow on the code needs. */
const evened = (frame: Frame, region: Region) =>
  read(withLocalContrast(frame, region, { reach: 10, strength: 4, keep: false }), levelled)

/** Where the viewfinder asks for the code: enough for a second look, at two thirds of the cost. */
function aimedAt({ width, height }: Frame): Region {
  const [left, top] = [Math.round(width * 0.11), Math.round(height * 0.06)]
  return { left, top, width: width - 2 * left, height: height - 2 * top }
}

/** On a machine that needs longer than this for one attempt, a second one would cost the next picture. */
const busyMs = 16

/**
 * zxing-cpp in WebAssembly. `wasm`: the bytes of `zxing-wasm/reader/zxing_reader.wasm`, handed in so that nothing is ever fetched from elsewhere.
 * Rejects where WebAssembly cannot start.
 */
export async function wasmDecoder(wasm: ArrayBuffer): Promise<Decoder> {
  await prepareZXingModule({ overrides: { wasmBinary: wasm }, fireImmediately: true })
  let turn = 0
  const decode = async (frame: Frame, effort: Effort) => {
    const start = performance.now()
    const found = await read(frame, ordinary)
    if (found !== null) return found
    if (effort === 'thorough') return (await evened(frame, wholeOf(frame))) ?? sharpened(frame, wholeOf(frame))
    if (performance.now() - start > busyMs) return null
    turn += 1
    return turn % 2 === 0 ? sharpened(frame, aimedAt(frame)) : evened(frame, aimedAt(frame))
  }
  return { name: 'zxing-wasm', decode }
}
