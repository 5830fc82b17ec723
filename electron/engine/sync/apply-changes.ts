import { setImmediate as breathe } from 'node:timers/promises'
import type { Change } from '#shared/contract/sync/protocol.ts'
import type { WriteDb } from '../database/handles.ts'
import type { Store } from '../database/store.ts'
import type { BaseRows } from '../wiring.ts'

const sliceRows = 50
/** Written without a pause: well below the 50 ms that a screen may wait for the engine, whatever the machine. */
const sliceMs = 12

/** Writes one page within the caller's transaction, in slices, so that questions of the screens are answered in between. */
export async function applyChanges(
  trx: WriteDb,
  baseRows: BaseRows,
  changes: readonly Change[],
  epoch: number,
  anew = false,
): Promise<Set<string>> {
  const topics = new Set<string>()
  let began = performance.now()
  for (let from = 0; from < changes.length; from += sliceRows) {
    for (const topic of await baseRows.apply(trx, changes.slice(from, from + sliceRows), epoch, anew)) topics.add(topic)
    if (performance.now() - began < sliceMs) continue
    await breathe()
    began = performance.now()
  }
  return topics
}

/** Written in one go while others wait for the database: a clerk's act comes in between. */
const turnMs = 20

/**
 * Writes rows of a first copy in short transactions of their own, and returns those that are left for the caller's last one. Whoever is cut in between writes
 * them again: a version that is there changes nothing.
 */
export async function applyInTurns(
  { store, baseRows }: { readonly store: Store; readonly baseRows: BaseRows },
  changes: readonly Change[],
  epoch: number,
  anew = false,
): Promise<readonly Change[]> {
  let from = 0
  while (changes.length - from > sliceRows) {
    from = await store.inTransaction(async (trx) => {
      const began = performance.now()
      let at = from
      while (changes.length - at > sliceRows && performance.now() - began < turnMs) {
        await baseRows.apply(trx, changes.slice(at, at + sliceRows), epoch, anew)
        at += sliceRows
      }
      return at
    })
    await breathe()
  }
  return changes.slice(from)
}
