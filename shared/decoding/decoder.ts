/** One picture in RGBA order, 4 bytes a pixel, row by row. */
export interface Frame {
  readonly data: Uint8ClampedArray<ArrayBuffer>
  readonly width: number
  readonly height: number
}

/** live: the next picture comes in 33 ms, so one repeated attempt at most. thorough: this picture is all there is (a file, a pasted picture). */
export type Effort = 'live' | 'thorough'

/** Reads QR codes. Whatever stands in the code is data: any text, any length, never interpreted here. */
export interface Decoder {
  /** Which engine reads: for support. */
  readonly name: 'zxing-wasm' | 'zxing-js'
  /** The text of the QR code in the picture (of several, the one nearest its middle), or null where there is none. Never rejects because of a picture. */
  decode(frame: Frame, effort: Effort): Promise<string | null>
}
