import { generationOf, positionOf } from '../../sync/position.ts'
import { recall } from '../../sync/sync-state.ts'
import type { TrailReads, TrailRow } from '../../usecases/stores.ts'
import type { ReadDb } from '../handles.ts'
import { firstRow, rows } from '../sql.ts'

const at = `json_extract(entry, '$.at')`
const kind = `json_extract(entry, '$.kind')`
const staffId = `json_extract(entry, '$.staffId')`
const subject = `json_extract(entry, '$.subject')`
const columns = 'position, entry, hash'

/** The audit chain. An entry whose text is no JSON any more is in no list by time: the check of the chain names it. */
export const trailReadsIn = (db: ReadDb): TrailReads => ({
  after: (position, most) =>
    rows<TrailRow>(
      db,
      `SELECT ${columns} FROM audit_entry WHERE position > ? ORDER BY position LIMIT ?`,
      position,
      most,
    ),
  between: ({ from, to }, { staffId: who, kind: what, before }, most) =>
    rows<TrailRow>(
      db,
      `SELECT ${columns} FROM audit_entry
       WHERE ${at} >= ? AND ${at} < ? AND ${staffId} IS coalesce(?, ${staffId}) AND ${kind} = coalesce(?, ${kind})
         AND position < coalesce(?, position + 1)
       ORDER BY position DESC LIMIT ?`,
      from,
      to,
      who,
      what,
      before,
      most,
    ),
  people: async ({ from, to }) => {
    const sql = `SELECT DISTINCT ${staffId} AS id FROM audit_entry WHERE ${at} >= ? AND ${at} < ?`
    return (await rows<{ id: string | null }>(db, sql, from, to)).flatMap(({ id }) => id ?? [])
  },
  ends: async ({ from, to }) => {
    const sql = `SELECT min(position) AS first, max(position) AS last FROM audit_entry WHERE ${at} >= ? AND ${at} < ?`
    const found = await firstRow<{ first: number | null; last: number | null }>(db, sql, from, to)
    return found?.first == null || found.last === null ? null : { first: found.first, last: found.last }
  },
  before: (position) =>
    firstRow<TrailRow>(
      db,
      `SELECT ${columns} FROM audit_entry WHERE position < ? ORDER BY position DESC LIMIT 1`,
      position,
    ),
  length: () => lengthOf(db),
  sentUpTo: async () => (await recall(db, 'audit-sent-up-to')) ?? 0,
  noted: async (what, since) => {
    const sql = `SELECT 1 AS one FROM audit_entry WHERE ${at} >= ? AND ${kind} = ? AND ${subject} = ? AND ${staffId} = ? LIMIT 1`
    return (await firstRow(db, sql, since, what.kind, what.subject, what.staffId)) !== null
  },
  actsAfter: async (position, most) => {
    const from = Math.max(position, positionOf(generationOf(await lastAct(db)), 0))
    const sql = 'SELECT position, hash FROM command WHERE position > ? ORDER BY position LIMIT ?'
    return rows(db, sql, from, most)
  },
  lastAct: () => lastAct(db),
})

/** By the ends of each generation: counting two hundred thousand rows would hold everybody up. */
async function lengthOf(db: ReadDb): Promise<number> {
  let length = 0
  for (let below = Number.MAX_SAFE_INTEGER; ; ) {
    const sql = 'SELECT max(position) AS position FROM audit_entry WHERE position < ?'
    const last = (await firstRow<{ position: number | null }>(db, sql, below))?.position
    if (last == null) return length
    below = positionOf(generationOf(last), 0)
    const from = 'SELECT min(position) AS position FROM audit_entry WHERE position > ?'
    length += last - ((await firstRow<{ position: number | null }>(db, from, below))?.position ?? last) + 1
  }
}

async function lastAct(db: ReadDb): Promise<number> {
  return (await firstRow<{ last: number | null }>(db, 'SELECT max(position) AS last FROM command'))?.last ?? 0
}
