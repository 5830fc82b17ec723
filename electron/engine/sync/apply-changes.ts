import { setImmediate as breathe } from 'node:timers/promises'
import type { Change } from '#shared/contract/sync/protocol.ts'
import type { WriteDb } from '../database/handles.ts'
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
): Promise<Set<string>> {
  const topics = new Set<string>()
  let began = performance.now()
  for (let from = 0; from < changes.length; from += sliceRows) {
    for (const topic of await baseRows.apply(trx, changes.slice(from, from + sliceRows), epoch)) topics.add(topic)
    if (performance.now() - began < sliceMs) continue
    await breathe()
    began = performance.now()
  }
  return topics
}
