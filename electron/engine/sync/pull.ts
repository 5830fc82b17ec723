import type { WriteDb } from '../database/handles.ts'
import { applyChanges } from './apply-changes.ts'
import { CentreTrouble } from './centre-trouble.ts'
import { copyScope } from './first-copy.ts'
import type { Link } from './link.ts'
import { localDay } from './local-day.ts'
import type { Page } from './read-page.ts'
import { forgetCursor, recall, recallOf, remember, rememberOf } from './sync-state.ts'

/** Brings every scope of the device up to date; returns how many rows came. */
export async function pullChanges(link: Link): Promise<number> {
  let rows = 0
  for (const scope of link.device.identity.scopes) rows += await pullScope(link, scope)
  const { store, clock } = link.config
  await store.inTransaction((trx) => remember(trx, 'last-pull-at', clock.now()))
  return rows
}

async function pullScope(link: Link, scope: string): Promise<number> {
  const { store } = link.config
  let rows = 0
  let copies = 0
  for (;;) {
    const cursor = await recallOf(store.read, 'cursor:', scope)
    if (cursor === null) {
      copies += 1
      // A centre that forgets every cursor at once would be copied for ever.
      if (copies > 2) throw new CentreTrouble('centre-error', 'unexpected')
      rows += await copyScope(link, scope)
      continue
    }
    const page = await nextPage(link, scope, cursor)
    if (!page) continue
    await keepPage(link, scope, page)
    rows += page.changes.length
    if (!page.end.more || page.end.cursor === cursor) return rows
  }
}

/** Null when the centre no longer knows this position (410): a new first copy is due; the outbox is not touched. */
async function nextPage(link: Link, scope: string, cursor: string): Promise<Page | null> {
  try {
    return await link.pace.pages.measured((limit) => link.client.changes({ cursor, limit }))
  } catch (cause) {
    if (!(cause instanceof CentreTrouble) || cause.status !== 410) throw cause
    await link.config.store.inTransaction((trx) => forgetCursor(trx, scope))
    return null
  }
}

/** The changes and the position after them: one transaction. */
async function keepPage(link: Link, scope: string, page: Page): Promise<void> {
  const { store, baseRows, announce } = link.config
  const topics = await store.inTransaction(async (trx) => {
    const changed = await applyChanges(trx, baseRows, page.changes, 0)
    await rememberOf(trx, 'cursor:', scope, page.end.cursor)
    if (page.changes.length > 0) await countPulled(trx, link, page.changes.length)
    return changed
  })
  if (topics.size > 0) announce('queue', ...topics)
}

async function countPulled(trx: WriteDb, { config }: Link, rows: number): Promise<void> {
  const day = localDay(config.clock.now(), config.seedRegion.zone)
  const before = await recall(trx, 'pulled-on')
  await remember(trx, 'pulled-on', { day, rows: rows + (before?.day === day ? before.rows : 0) })
}
