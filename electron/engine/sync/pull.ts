import type { Instant } from '#shared/domain/time.ts'
import type { WriteDb } from '../database/handles.ts'
import { applyChanges } from './apply-changes.ts'
import { CentreTrouble } from './centre-trouble.ts'
import { copyScope } from './first-copy.ts'
import type { Link } from './link.ts'
import { localDay } from './local-day.ts'
import type { Page } from './read-page.ts'
import { forgetHistory, forgetScope, recall, recallOf, remember, rememberCursor } from './sync-state.ts'

/** Brings every scope of the device up to date; returns how many rows came. */
export async function pullChanges(link: Link): Promise<number> {
  let rows = 0
  let heard: Instant | null = null
  for (const scope of link.device.identity.scopes) {
    const pulled = await pullScope(link, scope)
    rows += pulled.rows
    heard = pulled.serverTime
  }
  const { store, clock } = link.config
  await store.inTransaction(async (trx) => {
    await remember(trx, 'last-pull-at', clock.now())
    if (heard !== null) await keepTimeOf(trx, link, heard)
  })
  return rows
}

/** Limits of days are measured from here; the hybrid clock only ever goes on. */
async function keepTimeOf(trx: WriteDb, { time }: Link, serverTime: Instant): Promise<void> {
  await time.heard(trx, serverTime)
  await remember(trx, 'synced-at', serverTime)
  if (serverTime > ((await recall(trx, 'hlc-heard')) ?? '')) await remember(trx, 'hlc-heard', serverTime)
}

async function pullScope(link: Link, scope: string): Promise<{ rows: number; serverTime: Instant }> {
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
    if (!page.end.more || page.end.cursor === cursor) return { rows, serverTime: page.end.serverTime }
  }
}

/** Null when the centre no longer knows this position (410), or is in another history: a new first copy is due, whose rows win; the outbox is not touched. */
async function nextPage(link: Link, scope: string, cursor: string): Promise<Page | null> {
  try {
    return await link.pace.pages.measured((limit) => link.client.changes({ cursor, limit }))
  } catch (cause) {
    if (!(cause instanceof CentreTrouble) || cause.status !== 410) throw cause
    const { scopes } = link.device.identity
    const other = cause.problem === 'other-history'
    await link.config.store.inTransaction((trx) =>
      other ? forgetHistory(trx, scopes) : forgetScope(trx, scope, scopes),
    )
    if (other) link.config.log.info('centre-in-another-history', { scopes: scopes.length })
    return null
  }
}

/** The changes and the position after them: one transaction. */
async function keepPage(link: Link, scope: string, page: Page): Promise<void> {
  const { store, baseRows, announce } = link.config
  const topics = await store.inTransaction(async (trx) => {
    const changed = await applyChanges(trx, baseRows, page.changes, 0)
    await rememberCursor(trx, scope, page.end)
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
