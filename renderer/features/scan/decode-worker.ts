import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url'
import type { Frame } from '#shared/decoding/decoder.ts'
import { openDecoder } from '#shared/decoding/open-decoder.ts'
import type { DecodeAnswer, DecodeRequest } from './decode-messages.ts'

// From the app's own origin; nothing is fetched from elsewhere.
const decoder = openDecoder(async () => (await fetch(new URL(wasmUrl, self.location.href))).arrayBuffer())

const canvas = new OffscreenCanvas(1280, 720)
const context = canvas.getContext('2d', { willReadFrequently: true, alpha: false })

function frameOf(picture: ImageBitmap): Frame | null {
  const { width, height } = picture
  if (canvas.width !== width) canvas.width = width
  if (canvas.height !== height) canvas.height = height
  if (!context) return null
  // Transparent parts of a pasted picture are paper.
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  context.drawImage(picture, 0, 0)
  return { data: new Uint8ClampedArray(context.getImageData(0, 0, width, height).data), width, height }
}

async function answer({ id, picture, effort }: DecodeRequest): Promise<DecodeAnswer> {
  const start = performance.now()
  const frame = frameOf(picture)
  picture.close()
  const text = frame ? await (await decoder).decode(frame, effort) : null
  return { id, text, ms: performance.now() - start }
}

self.addEventListener('message', (event: MessageEvent<DecodeRequest>) => {
  void answer(event.data).then((reply) => self.postMessage(reply))
})
