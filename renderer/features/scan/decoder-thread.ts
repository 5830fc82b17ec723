import type { Effort } from '#shared/decoding/decoder.ts'
import type { DecodeAnswer, DecodeRequest } from './decode-messages.ts'

/** The decoder in its own thread, so that reading a code never holds up a key or a click. */
export interface DecoderThread {
  /** Takes over the picture. Rejects when the thread broke down. */
  decode(picture: ImageBitmap, effort: Effort): Promise<DecodeAnswer>
  close(): void
}

interface Waiting {
  resolve(answer: DecodeAnswer): void
  reject(cause: Error): void
}

export function openDecoderThread(): DecoderThread {
  const worker = new Worker(new URL('./decode-worker.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<number, Waiting>()
  let last = 0
  const failAll = (cause: Error) => {
    for (const one of waiting.values()) one.reject(cause)
    waiting.clear()
  }
  worker.addEventListener('message', (event: MessageEvent<DecodeAnswer>) => {
    waiting.get(event.data.id)?.resolve(event.data)
    waiting.delete(event.data.id)
  })
  worker.addEventListener('error', () => failAll(new Error('the decoder thread broke down')))
  return {
    decode: (picture, effort) =>
      new Promise((resolve, reject) => {
        last += 1
        waiting.set(last, { resolve, reject })
        worker.postMessage({ id: last, picture, effort } satisfies DecodeRequest, [picture])
      }),
    close: () => {
      worker.terminate()
      failAll(new Error('the decoder thread was closed'))
    },
  }
}
