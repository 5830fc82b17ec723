import type { Effort } from '#shared/decoding/decoder.ts'
import type { DecodeAnswer, DecodeRequest } from './decode-messages.ts'

/** The decoder in its own thread, so that reading a code never holds up a key or a click. */
export interface DecoderThread {
  /** Takes over the picture. Rejects when the thread broke down, now or before; with ThreadClosed when it was closed. */
  decode(picture: ImageBitmap, effort: Effort): Promise<DecodeAnswer>
  close(): void
}

/** The screen needs this thread no more: nobody has to be told. */
export class ThreadClosed extends Error {}

interface Waiting {
  resolve(answer: DecodeAnswer): void
  reject(cause: Error): void
}

export const openDecoderThread = (): DecoderThread =>
  threadOf(new Worker(new URL('./decode-worker.ts', import.meta.url), { type: 'module' }))

export function threadOf(worker: Pick<Worker, 'addEventListener' | 'postMessage' | 'terminate'>): DecoderThread {
  const waiting = new Map<number, Waiting>()
  let last = 0
  // A thread that did not even start never answers, and is not asked again.
  let ended: Error | null = null
  const end = (cause: Error) => {
    ended = cause
    for (const one of waiting.values()) one.reject(cause)
    waiting.clear()
  }
  worker.addEventListener('message', (event: MessageEventInit<DecodeAnswer>) => {
    if (!event.data) return
    waiting.get(event.data.id)?.resolve(event.data)
    waiting.delete(event.data.id)
  })
  worker.addEventListener('error', () => end(new Error('the decoder thread broke down')))
  return {
    decode: (picture, effort) =>
      new Promise((resolve, reject) => {
        if (ended) return reject(ended)
        last += 1
        waiting.set(last, { resolve, reject })
        worker.postMessage({ id: last, picture, effort } satisfies DecodeRequest, [picture])
      }),
    close: () => {
      worker.terminate()
      end(new ThreadClosed('the decoder thread was closed'))
    },
  }
}
