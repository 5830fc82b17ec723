import { setImmediate as breathe } from 'node:timers/promises'
import type { Change } from '#shared/contract/sync/protocol.ts'
import type { WriteDb } from '../database/handles.ts'
import type { Store } from '../database/store.ts'
import type { BaseRows } from '../wiring.ts'

/** Written without a pause: well below the 50 ms that a screen may wait for the engine, whatever the machine. */
const sliceMs = 12

/** Writes one page within the caller's transaction, in slices, so that questions of the screens are answered in between. */
export async function applyChanges(
  trx: WriteDb,
  baseRows: BaseRows,
  changes: readonly Change[],
  epoch: number,
  anew = false,
): Promise<ReadonlySet<string>> {
  const pause = pauses()
  return baseRows.apply(trx, changes, epoch, anew, async () => {
    await pause()
    return true
  })
}

/** Written at least before somebody who waits for the database gets it: a commit for every few rows would take longer than the rows. */
const turnMs = 20
/** Left for the last transaction. */
const lastRows = 50

/**
 * Writes rows of a first copy in transactions of their own, and returns those that are left for the caller's last one. A transaction ends as soon as a clerk's
 * act waits for it. Whoever is cut in between writes them again: a version that is there changes nothing.
 */
export async function applyInTurns(
  { store, baseRows }: { readonly store: Store; readonly baseRows: BaseRows },
  changes: readonly Change[],
  epoch: number,
  anew = false,
): Promise<readonly Change[]> {
  const last = Math.max(0, changes.length - lastRows)
  for (let from = 0; from < last; ) {
    from += await store.inTurn(async (trx, awaited) => {
      const began = performance.now()
      const pause = pauses()
      let written = last - from
      await baseRows.apply(trx, changes.slice(from, last), epoch, anew, async (at) => {
        await pause()
        if (!awaited() || performance.now() - began < turnMs) return true
        written = at
        return false
      })
      return written
    })
    await breathe()
  }
  return changes.slice(last)
}

/** Lets everything else have its turn once enough time has gone by. */
function pauses(): () => Promise<void> {
  let began = performance.now()
  return async () => {
    if (performance.now() - began < sliceMs) return
    await breathe()
    began = performance.now()
  }
}
