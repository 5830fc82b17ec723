import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Card } from '#shared/domain/card/card.ts'
import type { CardCounts, CardPage } from '../../usecases/card-views.ts'
import type { Seen } from '../../usecases/stores.ts'
import type { ReadDb } from '../handles.ts'
import { cardsByReceipt, searchQuestion } from './card-search.ts'
import { type SeenRow, seen, seenCards } from './seen-rows.ts'

type Filter = CardPage['filter']

/** SQLite without statistics takes the index of all arrivals, and so looks at every card that was ever handed over. */
const oldest = sql`INDEXED BY card_ready`
const indexFor = (filter: Filter, search: string) =>
  search.trim() === '' && (filter === 'over-30-days' || filter === 'over-90-days') ? oldest : sql``

const daysBefore = (now: string, days: number) => new Date(Date.parse(now) - days * 86_400_000).toISOString()

function filterCondition(filter: Filter, now: string): RawBuilder<unknown> {
  const conditions: Record<Filter, RawBuilder<unknown>> = {
    all: sql`true`,
    ready: sql`t.state = 'ready'`,
    'over-30-days': sql`t.state = 'ready' AND t.arrived_at < ${daysBefore(now, 30)}`,
    'over-90-days': sql`t.state = 'ready' AND t.arrived_at < ${daysBefore(now, 90)}`,
    'handed-over': sql`t.state = 'handed-over'`,
    coming: sql`t.state IN ('print-queue', 'printed', 'sorted', 'shipped')`,
    damaged: sql`t.state = 'damaged'`,
    other: sql`t.state IN ('returned', 'lost')`,
  }
  return conditions[filter]
}

/** At most this many receipts are looked through for one search. */
const receiptLimit = 200

async function searchCondition(db: ReadDb, search: string): Promise<RawBuilder<unknown>> {
  if (search.trim() === '') return sql`true`
  const question = searchQuestion(search)
  if (question === null) return sql`false`
  const byReceipt = await cardsByReceipt(db, search, receiptLimit)
  const byWords = sql`t.key IN (SELECT rowid FROM card_search WHERE card_search MATCH ${question})`
  return byReceipt.length === 0 ? byWords : sql`(${byWords} OR t.id IN (${sql.join(byReceipt)}))`
}

const sortColumns = { age: 't.arrived_at', place: 't.place', name: 't.owner_name', state: 't.state' } as const

/** Age ascending means youngest first: the latest arrival. Cards without the value come last either way. */
function order({ sort, descending }: CardPage): RawBuilder<unknown> {
  const column = sortColumns[sort]
  const down = sort === 'age' ? !descending : descending
  return sql.raw(`${column} IS NULL OR ${column} = '', ${column} ${down ? 'DESC' : 'ASC'}, t.key`)
}

export async function cardPage(
  db: ReadDb,
  page: CardPage,
  now: string,
): Promise<{ rows: Seen<Card>[]; total: number }> {
  const where = sql`${filterCondition(page.filter, now)} AND ${await searchCondition(db, page.search)}`
  const from = sql`card t ${indexFor(page.filter, page.search)}`
  const total = await sql<{ n: number }>`SELECT count(*) AS n FROM ${from} WHERE ${where}`.execute(db)
  const window = await sql<SeenRow>`
    WITH page AS (SELECT * FROM ${from} WHERE ${where} ORDER BY ${order(page)} LIMIT ${page.limit} OFFSET ${page.offset})
    ${sql.raw(seenCards('page'))}
    ORDER BY ${order(page)}`.execute(db)
  return { rows: window.rows.map((row) => seen<'card'>(row)), total: total.rows[0]?.n ?? 0 }
}

export async function cardCounts(db: ReadDb, search: string, now: string): Promise<CardCounts> {
  const matching = await searchCondition(db, search)
  const count = (filter: Filter) =>
    sql`coalesce(sum(CASE WHEN ${filterCondition(filter, now)} THEN 1 ELSE 0 END), 0) AS ${sql.id(filter)}`
  const filters: Filter[] = ['ready', 'over-30-days', 'over-90-days', 'handed-over', 'coming', 'damaged', 'other']
  const counted = await sql<CardCounts>`
    SELECT count(*) AS ${sql.id('all')}, ${sql.join(filters.map(count))} FROM card t WHERE ${matching}`.execute(db)
  const empty = {
    all: 0,
    ready: 0,
    'over-30-days': 0,
    'over-90-days': 0,
    'handed-over': 0,
    coming: 0,
    damaged: 0,
    other: 0,
  }
  return counted.rows[0] ?? empty
}
