import type { SyncStatus } from '../usecases/ports.ts'
import type { FirstCopy } from './link.ts'

/** Keeps the state of a running first copy and guesses from its speed how long it will take; the guess needs a few seconds to mean something. */
export function firstCopyMeter(elapsedMs: () => number) {
  let current: FirstCopy | null = null
  let began = { at: 0, rows: 0 }
  return {
    show(progress: FirstCopy | null): void {
      if (progress && !current) began = { at: elapsedMs(), rows: progress.rows }
      current = progress
    },
    read(): SyncStatus['firstCopy'] {
      if (!current) return null
      const { rows, total, bytes } = current
      const seconds = (elapsedMs() - began.at) / 1000
      const perSecond = (rows - began.rows) / seconds
      const known = total !== null && seconds >= 1 && perSecond > 0
      return { rows, total, bytes, secondsLeft: known ? Math.ceil(Math.max(0, total - rows) / perSecond) : null }
    },
  }
}
