import type { Instant } from '#shared/domain/time.ts'
import type { PrintRow } from '../usecases/stores.ts'
import type { PrintOutcome } from './transport.ts'

/** Seconds until a job that came to nothing is tried again: soon at first (a printer being switched on), then once a minute. */
const backOffSeconds = [2, 4, 8, 15, 30, 60] as const

/** Taken by the loop. Written before any byte moves, so that a crash leaves `printing` behind and nobody prints twice unawares. */
export const taken = (row: PrintRow): PrintRow => ({ ...row, state: 'printing', attempts: row.attempts + 1 })

/** What a job becomes by how its printing ended. A sure failure goes on waiting, with its fault shown, until it is due again. */
export function settled(row: PrintRow, outcome: PrintOutcome, now: Instant): PrintRow {
  switch (outcome.outcome) {
    case 'printed':
      return { ...row, state: 'printed', printedAt: now, fault: null }
    case 'unknown':
      return { ...row, state: 'unknown', fault: outcome.fault }
    case 'failed':
      return outcome.again
        ? { ...row, state: 'waiting', fault: outcome.fault, dueAt: later(now, backOffOf(row.attempts)) }
        : { ...row, state: 'failed', fault: outcome.fault }
  }
}

/** Found in `printing` at start: the engine died with the bytes on their way. */
export const interrupted = (row: PrintRow): PrintRow => ({
  ...row,
  state: 'unknown',
  fault: { code: 'printer-stalled', details: { why: 'interrupted' } },
})

/** Wanted again by a person. What is printed stays printed: another paper is a reprint, marked SALINAN. */
export const wantedAgain = (row: PrintRow, now: Instant): PrintRow =>
  row.state === 'printed' || row.state === 'printing' ? row : { ...row, state: 'waiting', dueAt: now, fault: null }

/**
 * Not wanted any more. What a printer has, or had, cannot be called back; of a job that may have come out a person says by this that it did. So
 * `cancelled` always means that no receipt came of it.
 */
export const notWanted = (row: PrintRow): PrintRow => {
  if (row.state === 'printed' || row.state === 'printing') return row
  return row.state === 'unknown' ? { ...row, state: 'printed', fault: null } : { ...row, state: 'cancelled' }
}

const backOffOf = (attempts: number): number => backOffSeconds[Math.min(attempts, backOffSeconds.length) - 1] ?? 2

const later = (now: Instant, seconds: number): Instant => new Date(Date.parse(now) + seconds * 1000).toISOString()
