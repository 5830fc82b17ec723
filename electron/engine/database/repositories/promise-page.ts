import { type RawBuilder, sql } from 'kysely'
import type { RegionPack } from '#shared/domain/region/region-pack.ts'
import type { PromiseFilter, PromiseMoments, PromisePage, PromiseReads } from '../../usecases/clock-views.ts'
import { closedList } from '../closed-statuses.ts'
import type { ReadDb } from '../handles.ts'
import { once } from '../once.ts'
import { searchQuestion } from './card-search.ts'
import { clockTermsIn } from './clock-terms.ts'
import { parsed, type SeenRow, seenFrom } from './seen-rows.ts'

/** How far back what was fulfilled too late is listed. */
const finishedDays = 90

export function promiseReadsIn(db: ReadDb, seed: RegionPack): PromiseReads {
  const terms = once(() => clockTermsIn(db, seed))
  return {
    terms: async (scope) => (await terms()).termsOf(scope),
    page: async (of, at) => {
      const where = sql`${conditionOf(of.filter, at)} AND ${matching(of.search)}`
      const total = await sql<{ n: number }>`SELECT count(*) AS n FROM application t WHERE ${where}`.execute(db)
      const found = await sql<SeenRow>`${sql.raw(seenFrom('application', 'application'))}
        WHERE ${where} ORDER BY ${orderOf(of)} LIMIT ${of.limit} OFFSET ${of.offset}`.execute(db)
      return { rows: found.rows.map(({ row }) => parsed<'application'>(row)), total: total.rows[0]?.n ?? 0 }
    },
    counts: async (search, at) => {
      const counts = {} as Record<PromiseFilter, number>
      for (const filter of filters) {
        const where = sql`${conditionOf(filter, at)} AND ${matching(search)}`
        const found = await sql<{ n: number }>`SELECT count(*) AS n FROM application t WHERE ${where}`.execute(db)
        counts[filter] = found.rows[0]?.n ?? 0
      }
      return counts
    },
  }
}

const filters = ['all', 'late', 'due-soon', 'running', 'paused', 'excluded', 'finished-late'] as const

const open = sql`t.fulfilled_at IS NULL AND t.status NOT IN (${sql.raw(closedList)})`
/** A due time is kept for what is timed alone. */
const timed = sql`t.due_at IS NOT NULL AND ${open}`

function conditionOf(filter: PromiseFilter, { now, soonUntil }: PromiseMoments): RawBuilder<unknown> {
  const since = new Date(Date.parse(now) - finishedDays * 86_400_000).toISOString()
  const conditions: Record<PromiseFilter, RawBuilder<unknown>> = {
    all: sql`${open} AND t.clock <> 'none'`,
    late: sql`t.due_at < ${now} AND ${timed}`,
    'due-soon': sql`t.due_at >= ${now} AND t.due_at < ${soonUntil} AND ${timed}`,
    running: sql`t.due_at >= ${soonUntil} AND ${timed}`,
    paused: sql`t.clock = 'paused' AND ${open}`,
    excluded: sql`t.clock = 'excluded' AND ${open}`,
    'finished-late': sql`t.due_at >= ${since} AND t.fulfilled_at > t.due_at`,
  }
  return conditions[filter]
}

/** The earliest due time first; then what stands, then what is outside the promise. */
function orderOf({ filter }: PromisePage): RawBuilder<unknown> {
  if (filter === 'finished-late') return sql`t.fulfilled_at DESC, t.id`
  return sql`CASE t.clock WHEN 'timed' THEN 0 WHEN 'paused' THEN 1 ELSE 2 END, t.due_at, t.id`
}

/** By the e-Kitir's number, or by whose card it is. */
function matching(search: string): RawBuilder<unknown> {
  if (search.trim() === '') return sql`true`
  const question = searchQuestion(search)
  if (question === null) return sql`false`
  const loose = search.toUpperCase().replace(/[^A-Z0-9]/g, '')
  const byCards = sql`t.kitir_loose IN (
    SELECT kitir_loose FROM card WHERE key IN (SELECT rowid FROM card_search WHERE card_search MATCH ${question}))`
  return loose === ''
    ? byCards
    : sql`(${byCards} OR (t.kitir_loose >= ${loose} AND t.kitir_loose < ${`${loose}\u{10ffff}`}))`
}
