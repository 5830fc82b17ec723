import type { Worker } from 'node:worker_threads'
import type { OpenedPdf } from '../usecases/ports.ts'
import type { OpenOrder } from './open-pages.ts'
import { made, startThread } from './thread.ts'

/** Twenty scanned pages at 200 dpi take some ten seconds on the slowest computer of a kelurahan. */
const mostMs = 60_000
/** Over what the engine has without it. */
const mostMemory = 900_000_000
const lookEveryMs = 40

/** Draws a foreign PDF in a thread that is ended where it takes too much: a file of a few kilobytes can unpack to gigabytes. */
export async function openGuarded(order: OpenOrder, limits = { mostMs, mostMemory }): Promise<OpenedPdf> {
  const worker = startThread('picture-worker', order)
  let heavy = false
  const guard = watch(limits, () => {
    heavy = true
    void worker.terminate()
  })
  try {
    return await opened(worker)
  } catch (cause) {
    if (heavy || outOfMemory(cause)) return { outcome: 'too-heavy' }
    throw cause
  } finally {
    clearInterval(guard)
    void worker.terminate()
  }
}

const opened = (worker: Worker): Promise<OpenedPdf> => made<OpenedPdf>(worker)

function watch(limits: { readonly mostMs: number; readonly mostMemory: number }, onHeavy: () => void) {
  const begun = performance.now()
  const before = process.memoryUsage.rss()
  return setInterval(() => {
    const over = process.memoryUsage.rss() - before > limits.mostMemory
    if (over || performance.now() - begun > limits.mostMs) onHeavy()
  }, lookEveryMs)
}

const outOfMemory = (cause: unknown): boolean =>
  cause instanceof RangeError || Reflect.get(Object(cause), 'code') === 'ERR_WORKER_OUT_OF_MEMORY'
