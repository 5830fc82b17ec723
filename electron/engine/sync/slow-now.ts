import { isSlow, type SlowLine, slowLine } from '#shared/domain/line/line-rate.ts'
import type { ReadDb } from '../database/handles.ts'
import { firstRow } from '../database/sql.ts'
import type { SyncConfig } from '../wiring.ts'
import type { LineMeter } from './line-meter.ts'
import { recall } from './sync-state.ts'

/** `seconds`: of the first copy; `sent`: bytes of the file under way that the centre has. */
interface UnderWay {
  readonly seconds: number
  readonly sent: number
}

/** What is to be told of the line while a round runs; null: nothing. */
export async function slowNow(
  { store }: SyncConfig,
  line: LineMeter,
  { seconds, sent }: UnderWay,
): Promise<SlowLine | null> {
  const rate = line.rate()
  // The queue is measured only where that may matter.
  if (!isSlow(rate)) return null
  return slowLine(rate, { bytes: Math.max(0, (await bytesToSend(store.read)) - sent), seconds })
}

/** Bytes that wait for the line: acts without a verdict, files, and what is carried for others. Lengths only; nothing is read. */
async function bytesToSend(db: ReadDb): Promise<number> {
  const row = await firstRow<{ bytes: number }>(db, waiting, (await recall(db, 'answered-up-to')) ?? 0)
  return row?.bytes ?? 0
}

const waiting = `SELECT
  (SELECT coalesce(sum(octet_length(envelope) + coalesce(octet_length(payload), 0)), 0)
    FROM command WHERE position > ? AND verdict IS NULL)
  + (SELECT coalesce(sum(size), 0) FROM blob WHERE at_centre = 0)
  + (SELECT coalesce(sum(size - sent), 0) FROM carried_file WHERE state = 'waiting') AS bytes`
