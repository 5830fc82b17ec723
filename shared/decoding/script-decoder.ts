import {
  BinaryBitmap,
  DecodeHintType,
  GlobalHistogramBinarizer,
  HybridBinarizer,
  type LuminanceSource,
  QRCodeReader,
  RGBLuminanceSource,
} from '@zxing/library'
import type { Decoder, Effort, Frame } from './decoder.ts'
import { greyOf, wholeOf } from './grey.ts'

const hints = new Map<DecodeHintType, unknown>([[DecodeHintType.TRY_HARDER, true]])

/** The reader throws for "no code here": for us that is an answer. */
function read(source: LuminanceSource, binarizer: typeof HybridBinarizer | typeof GlobalHistogramBinarizer) {
  try {
    // The hints go with the call: hints set beforehand are dropped by decode().
    return new QRCodeReader().decode(new BinaryBitmap(new binarizer(source)), hints).getText()
  } catch {
    return null
  }
}

/** Pure JavaScript, for where WebAssembly cannot start: slower, and misses small, tilted and noisy codes that the other reads. */
export function scriptDecoder(): Decoder {
  const decode = async (frame: Frame, effort: Effort) => {
    const source = new RGBLuminanceSource(greyOf(frame, wholeOf(frame)), frame.width, frame.height)
    const found = read(source, HybridBinarizer)
    if (found !== null || effort === 'live') return found
    return read(source, GlobalHistogramBinarizer) ?? read(source.invert(), HybridBinarizer)
  }
  return { name: 'zxing-js', decode }
}
