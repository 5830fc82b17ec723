import type { OpenedPdf, SignatureSeen } from '../usecases/ports.ts'
import type { SignatureOrder } from './check-signature.ts'
import type { OpenOrder } from './open-pages.ts'
import { made, startThread } from './thread.ts'

/** Twenty scanned pages at 200 dpi take some ten seconds on the slowest computer of a kelurahan. */
const mostMs = 60_000
/** Over what the engine has without it. */
const mostMemory = 900_000_000
const lookEveryMs = 40

/** Draws a foreign PDF in a thread that is ended where it takes too much: a file of a few kilobytes can unpack to gigabytes. */
export const openGuarded = (order: OpenOrder, limits = { mostMs, mostMemory }): Promise<OpenedPdf> =>
  guarded<OpenedPdf>(order, limits, { outcome: 'too-heavy' })

/** What cannot be read in time and memory vouches for nothing. */
export const signatureGuarded = (order: SignatureOrder, limits = { mostMs, mostMemory }): Promise<SignatureSeen> =>
  guarded<SignatureSeen>(order, limits, { state: 'changed', signer: null, at: null })

async function guarded<Seen>(order: unknown, limits: Limits, tooHeavy: Seen): Promise<Seen> {
  const worker = startThread('picture-worker', order)
  let heavy = false
  const guard = watch(limits, () => {
    heavy = true
    void worker.terminate()
  })
  try {
    return await made<Seen>(worker)
  } catch (cause) {
    if (heavy || outOfMemory(cause)) return tooHeavy
    throw cause
  } finally {
    clearInterval(guard)
    void worker.terminate()
  }
}

interface Limits {
  readonly mostMs: number
  readonly mostMemory: number
}

function watch(limits: Limits, onHeavy: () => void) {
  const begun = performance.now()
  const before = process.memoryUsage.rss()
  return setInterval(() => {
    const over = process.memoryUsage.rss() - before > limits.mostMemory
    if (over || performance.now() - begun > limits.mostMs) onHeavy()
  }, lookEveryMs)
}

const outOfMemory = (cause: unknown): boolean =>
  cause instanceof RangeError || Reflect.get(Object(cause), 'code') === 'ERR_WORKER_OUT_OF_MEMORY'
