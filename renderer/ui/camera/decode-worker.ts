import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url'
import type { Frame } from '#shared/decoding/decoder.ts'
import { openDecoder } from '#shared/decoding/open-decoder.ts'
import type { DecodeRequest } from './decode-messages.ts'
import { replyTo } from './decode-reply.ts'

// From the app's own origin; nothing is fetched from elsewhere.
const decoder = openDecoder(async () => (await fetch(new URL(wasmUrl, self.location.href))).arrayBuffer())

const canvas = new OffscreenCanvas(1280, 720)
const context = canvas.getContext('2d', { willReadFrequently: true, alpha: false })

function frameOf(picture: ImageBitmap): Frame {
  const { width, height } = picture
  if (canvas.width !== width) canvas.width = width
  if (canvas.height !== height) canvas.height = height
  if (!context) throw new Error('no canvas to take the pixels with')
  // Transparent parts of a pasted picture are paper.
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  context.drawImage(picture, 0, 0)
  return { data: new Uint8ClampedArray(context.getImageData(0, 0, width, height).data), width, height }
}

self.addEventListener('message', (event: MessageEvent<DecodeRequest>) => {
  void replyTo(event.data, { frameOf, decoder }).then((reply) => self.postMessage(reply))
})
