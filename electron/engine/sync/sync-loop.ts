import { waitAfter } from './back-off.ts'

/** What one round came to. */
export interface RoundEnd<T> {
  readonly ok: boolean
  readonly value: T
}

export interface SyncLoop<T> {
  /** A round that begins after this call: one that runs already may have passed the step that matters. Callers share it. */
  now(): Promise<T>
  /** When the next round begins by itself, as a device time in milliseconds; null while none is planned. */
  nextAt(): number | null
  running(): boolean
  /** Plans nothing more; resolves when the running round is over. */
  pause(): Promise<void>
}

/** Runs something later, in milliseconds; the answer calls it off. */
export type After = (delayMs: number, run: () => void) => () => void

export const afterMs: After = (delayMs, run) => {
  const timer = setTimeout(run, delayMs)
  return () => clearTimeout(timer)
}

/** Between rounds when all is well: covers a poke that was missed. */
const pollMs = 60_000

/** One round at a time; after a success the poll, after failures back-off with full jitter. `round` never rejects. */
export function syncLoop<T>(
  round: () => Promise<RoundEnd<T>>,
  timeNow: () => number,
  random: () => number,
  after: After = afterMs,
): SyncLoop<T> {
  let running: Promise<T> | null = null
  let following: Promise<T> | null = null
  let callOff: (() => void) | null = null
  let nextAt: number | null = null
  let failures = 0
  let paused = false

  const plan = (delayMs: number) => {
    nextAt = timeNow() + delayMs
    callOff = after(delayMs, () => void now())
  }
  const unplan = () => {
    callOff?.()
    callOff = null
    nextAt = null
  }
  const begin = async (): Promise<T> => {
    paused = false
    unplan()
    const end = await round()
    running = null
    failures = end.ok ? 0 : failures + 1
    if (!following && !paused) plan(end.ok ? pollMs : waitAfter(failures, random()))
    return end.value
  }
  const now = (): Promise<T> => {
    if (!running) {
      running = begin()
      return running
    }
    following ??= running.then(() => {
      following = null
      return now()
    })
    return following
  }
  return {
    now,
    nextAt: () => nextAt,
    running: () => running !== null,
    async pause() {
      paused = true
      unplan()
      await (following ?? running)
      unplan()
    },
  }
}
