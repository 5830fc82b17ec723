import { prepareZXingModule, type ReaderOptions, type ReadResult, readBarcodes } from 'zxing-wasm/reader'
import type { Decoder, Effort, Frame } from './decoder.ts'
import { cropped, greyOf, rgbaOf } from './grey.ts'
import { withLocalContrast } from './local-contrast.ts'

/** Pages and Node both have it; this folder is compiled with the types of neither. */
declare const performance: { now(): number }

/** Plain: the text as it stands in the code. Three symbols: a poster behind the citizen must not hide the e-Kitir before it. */
const ordinary: ReaderOptions = { formats: ['QRCode'], textMode: 'Plain', maxNumberOfSymbols: 3 }

/** The picture is levelled out around mid-grey already. */
const levelled: ReaderOptions = { ...ordinary, binarizer: 'FixedThreshold' }

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
function sharpened(frame: Frame) {
  const contrast = { reach: 2, strength: 2, keep: true }
  return read(rgbaOf(withLocalContrast(greyOf(frame), frame.width, frame.height, contrast), frame), ordinary)
}

/** What a picture with a lamp or a hand's shadow on the code needs. */
function evened(frame: Frame) {
  const contrast = { reach: 10, strength: 4, keep: false }
  return read(rgbaOf(withLocalContrast(greyOf(frame), frame.width, frame.height, contrast), frame), levelled)
}

/** Where the viewfinder asks for the code: enough for a repeated attempt, at two thirds of the cost. */
const aimedAt = (frame: Frame) => cropped(frame, Math.round(frame.width * 0.78), Math.round(frame.height * 0.88))

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
    if (effort === 'thorough') return (await evened(frame)) ?? (await sharpened(frame))
    if (performance.now() - start > busyMs) return null
    turn += 1
    return turn % 2 === 0 ? sharpened(aimedAt(frame)) : evened(aimedAt(frame))
  }
  return { name: 'zxing-wasm', decode }
}
