import type { KeptAnswer, WriteSet } from '../../usecases/stores.ts'
import type { ReadDb } from '../handles.ts'
import { firstRow, insertRow } from '../sql.ts'

/** Answers are kept for repeats of the same request: a window or an engine may have died in between. */
export function requestsIn(db: ReadDb): WriteSet['requests'] {
  return {
    find: (requestId) => firstRow<KeptAnswer>(db, 'SELECT call, answer FROM request WHERE id = ?', requestId),
    // An act asked of the centre is kept as waiting first, and again with what the centre said.
    keep: (requestId, { call, answer }, at) =>
      insertRow(db, 'request', { id: requestId, call, answer, at }, 'INSERT OR REPLACE'),
  }
}

/** Counters that never go back: a number taken in a transaction that fails is taken again, one that was committed never. */
export function numbersIn(db: ReadDb): WriteSet['numbers'] {
  return {
    peek: async (counter) => {
      const last = await firstRow<{ value: number }>(db, 'SELECT value FROM counter WHERE name = ?', counter)
      return (last?.value ?? 0) + 1
    },
    next: async (counter) => {
      const sql =
        'INSERT INTO counter (name, value) VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value'
      const taken = await firstRow<{ value: number }>(db, sql, counter)
      if (!taken) throw new Error('a counter gave no number')
      return taken.value
    },
  }
}
