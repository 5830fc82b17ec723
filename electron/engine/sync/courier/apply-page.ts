import type { WriteDb } from '../../database/handles.ts'
import type { SyncConfig } from '../../wiring.ts'
import { applyChanges } from '../apply-changes.ts'
import { recallOf, rememberCursor, rememberOf, type SnapshotState } from '../sync-state.ts'
import type { AnswerPart } from './answer-lines.ts'

type Page = Extract<AnswerPart, { line: 'page' }>

/** The answer goes on from a place that this device has not reached: rows in between would be missing for ever. */
export class AnswerGap extends Error {}

/** Snapshots of a file that are under way, by scope; what was decided with the first page of one holds for all of it. */
export type Copies = Map<string, { readonly epoch: number; readonly cursor: string | null } | 'older'>

/**
 * A page and the place after it: one transaction, decided in it. Returns the rows written; null: all of it is known here. Throws AnswerGap.
 */
export async function applyPage(config: SyncConfig, page: Page, copies: Copies): Promise<number | null> {
  const topics = await config.store.inTransaction((trx) =>
    page.kind === 'changes' ? applyNext(config, trx, page) : applyCopy(config, trx, page, copies),
  )
  if (topics === null) return null
  config.announce('queue', ...topics)
  return page.changes.length
}

/** Does the page lead on from where the device stands? Every row until its beginning is here, and its end is ahead. */
async function applyNext(config: SyncConfig, trx: WriteDb, page: Page): Promise<ReadonlySet<string> | null> {
  const { scope, from, after, to, cursor } = page
  if (cursor === null || from === null) throw new AnswerGap('a page of changes without its places')
  const here = await placeOf(trx, scope)
  if (here.position === null) {
    // An older program did not note where its cursor stands: then only the very same one counts.
    if (here.cursor === null) throw new AnswerGap('no copy to go on from')
    if (here.cursor !== after) return null
  } else {
    if (from > here.position) throw new AnswerGap(`from ${from}, here ${here.position}`)
    if (to <= here.position) return null
  }
  const topics = await applyChanges(trx, config.baseRows, page.changes, 0)
  await rememberCursor(trx, scope, { cursor, position: to })
  return topics
}

/** A page of a new copy of the scope. The device's own place stays until the last one; rows that the copy did not see are deleted with that. */
async function applyCopy(
  config: SyncConfig,
  trx: WriteDb,
  page: Page,
  copies: Copies,
): Promise<ReadonlySet<string> | null> {
  const { scope, to, cursor } = page
  const here = await placeOf(trx, scope)
  const begun = copies.get(scope) ?? (await beginCopy(trx, page, here))
  copies.set(scope, begun)
  if (begun === 'older') return null
  // The network brought something meanwhile: the copy is older than what is here now, and must delete nothing.
  if (here.cursor !== begun.cursor) return null
  const topics = await applyChanges(trx, config.baseRows, page.changes, begun.epoch)
  if (cursor === null) return topics
  await config.baseRows.sweep(trx, scope, begun.epoch)
  await rememberCursor(trx, scope, { cursor, position: to })
  return new Set([...topics, 'cards', 'staff', 'first-copy'])
}

async function beginCopy(trx: WriteDb, { scope, after, to }: Page, here: Place) {
  const before = await recallOf(trx, 'snapshot:', scope)
  const older = here.position === null ? here.cursor !== after : to <= here.position
  // A copy of another history is under way over the network: that one decides.
  if (older || before?.anew) return 'older'
  const epoch = (before?.epoch ?? 0) + 1
  // Complete as far as the network is concerned: a copy over it begins anew, under a number of its own.
  const state: SnapshotState = { epoch, after: null, cursor: null, rows: 0, total: null, bytes: 0, complete: true }
  await rememberOf(trx, 'snapshot:', scope, state)
  return { epoch, cursor: here.cursor }
}

interface Place {
  readonly cursor: string | null
  readonly position: number | null
}

const placeOf = async (trx: WriteDb, scope: string): Promise<Place> => ({
  cursor: await recallOf(trx, 'cursor:', scope),
  position: await recallOf(trx, 'position:', scope),
})
