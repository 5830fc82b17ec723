import type { WriteDb } from '../database/handles.ts'
import { firstRow } from '../database/sql.ts'
import type { Store } from '../database/store.ts'
import { raiseLost } from '../sync/acts-lost.ts'
import { identityFrom } from '../sync/device-record.ts'
import { generationOf, positionOf } from '../sync/position.ts'
import { recall } from '../sync/sync-state.ts'
import { takeNewGeneration } from './take-new-generation.ts'

/**
 * The last act that was acknowledged here is not in the database, which opened without complaint: its log lost its end, or an earlier database was put in its place. What is missing
 * is named, and the device goes on under a new generation, so that no number of the lost acts comes again. True when there was something.
 */
export async function noticeLostEnd(store: Store, now: string): Promise<boolean> {
  const acknowledged = store.lastNumber.read()
  if (acknowledged === null) return false
  return store.inTransaction(async (trx) => {
    const last = await lastHere(trx)
    const device = await trx.selectFrom('device').select('identity').executeTakeFirst()
    if (acknowledged <= last || !device?.identity) return false
    const { generation } = identityFrom(device.identity)
    await raiseLost(trx, now, generation, { positions: between(last, acknowledged), files: 0 })
    await takeNewGeneration(trx, generation)
    store.noteLast(last)
    return true
  })
}

/** What the centre has judged is not missing where it is not here any more: a device that came from another office has left it there. */
const lastHere = async (trx: WriteDb): Promise<number> => {
  const found = await firstRow<{ last: number | null }>(trx, 'SELECT max(position) AS last FROM command')
  return Math.max(found?.last ?? 0, (await recall(trx, 'answered-up-to')) ?? 0)
}

/** Positions after `last` up to `end`, as far as they are of the generation of `end`. */
export function between(last: number, end: number): readonly number[] {
  const first = Math.max(last + 1, positionOf(generationOf(end), 1))
  return Array.from({ length: Math.max(0, end - first + 1) }, (_, nth) => first + nth)
}
