import type { PageEnd } from '#shared/contract/sync/protocol.ts'
import type { Store } from '../database/store.ts'
import { applyChanges, applyInTurns } from './apply-changes.ts'
import type { Link } from './link.ts'
import { pushBetween } from './push.ts'
import type { Page } from './read-page.ts'
import { recallOf, rememberCursor, rememberOf, type SnapshotState } from './sync-state.ts'

/**
 * Copies a scope whole, page by page; the place after a page is kept with its last rows, so that it goes on where it was cut. The
 * next page is fetched while one is written. Rows that the copy did not see are deleted with its last page. Returns the rows copied.
 */
export async function copyScope(link: Link, scope: string): Promise<number> {
  let state = startOrResume(await recallOf(link.config.store.read, 'snapshot:', scope))
  let copied = 0
  link.onFirstCopy(state)
  // At once: on a bad line the first page alone takes its time.
  link.config.announce('first-copy', 'status')
  let fetching = fetchPage(link, scope, state.after)
  let log: ReturnType<Store['moveLog']> | null = null
  try {
    for (;;) {
      link.onFirstCopy(state)
      const page = await fetching
      if (page.end.after !== null) fetching = fetchPage(link, scope, page.end.after)
      if (isLong(page)) log ??= moveLog(link)
      state = await keepPage(link, scope, state, page)
      copied += page.changes.length
      if (state.complete) return copied
      await log?.move()
      await pushBetween(link)
    }
  } finally {
    void log?.end()
    link.onFirstCopy(null)
  }
}

/** Enough rows are to come that a thread for the log is worth its start. */
const isLong = ({ end }: Page) => (end.total ?? 0) > 4000

const moveLog = ({ config: { store, log } }: Link) => store.moveLog((cause) => log.error('log-not-moved', cause))

function startOrResume(before: SnapshotState | null): SnapshotState {
  if (before && !before.complete) return before
  const epoch = (before?.epoch ?? 0) + 1
  return { epoch, after: null, cursor: null, rows: 0, total: null, bytes: 0, complete: false }
}

function fetchPage(link: Link, scope: string, after: string | null): Promise<Page> {
  const page = link.pace.pages.measured((limit) => link.client.snapshot({ scope, after, limit }))
  // It may fail while the page before is still being written; whoever awaits it gets the error then.
  page.catch(() => undefined)
  return page
}

async function keepPage(link: Link, scope: string, before: SnapshotState, page: Page): Promise<SnapshotState> {
  const { store, baseRows, announce } = link.config
  const state = afterPage(before, page.end, page)
  // Before its rows: of one that goes from here before this page is fetched anew, only the changes after this cursor tell.
  if (before.cursor === null)
    await store.inTransaction((trx) => rememberOf(trx, 'snapshot:', scope, { ...before, cursor: state.cursor }))
  const rest = await applyInTurns({ store, baseRows }, page.changes, state.epoch, state.anew)
  const topics = await store.inTransaction(async (trx) => {
    const changed = await applyChanges(trx, baseRows, rest, state.epoch, state.anew)
    await rememberOf(trx, 'snapshot:', scope, state)
    if (state.complete && state.cursor !== null) {
      await baseRows.sweep(trx, scope, state.epoch)
      // A page that was fetched anew tells the position of a later cursor.
      const position = page.end.cursor === state.cursor ? page.end.position : undefined
      await rememberCursor(trx, scope, { cursor: state.cursor, position })
    }
    return changed
  })
  announce('first-copy', 'status', ...(state.complete ? [...topics, 'cards', 'queue', 'staff'] : []))
  return state
}

const afterPage = (before: SnapshotState, end: PageEnd, page: Page): SnapshotState => ({
  epoch: before.epoch,
  after: end.after,
  // The first page's: changes made while the copy runs are replayed from before it.
  cursor: before.cursor ?? end.cursor,
  rows: before.rows + page.changes.length,
  total: end.total ?? before.total,
  bytes: before.bytes + page.bytes,
  complete: end.after === null,
  ...(before.anew ? { anew: true } : {}),
})
