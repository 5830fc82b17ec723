import { type RawBuilder, sql } from 'kysely'
import type { CardPage, ShelfMoments } from '../../usecases/card-views.ts'

export type CardFilter = CardPage['filter']

/** Which cards a filter lets through; `age_at` of a ready card is the day it reached the shelf. */
function filterCondition(filter: CardFilter, at: ShelfMoments): RawBuilder<unknown> {
  const conditions: Record<CardFilter, RawBuilder<unknown>> = {
    all: sql`true`,
    ready: sql`t.state = 'ready'`,
    'to-remind': sql`t.state = 'ready' AND t.age_at < ${at.remindBefore} AND t.reminded_at IS NULL`,
    'to-return': sql`t.state = 'ready' AND t.age_at < ${at.returnBefore}`,
    'handed-over': sql`t.state = 'handed-over'`,
    coming: sql`t.state IN ('print-queue', 'printed', 'sorted', 'shipped')`,
    reminded: sql`t.state = 'ready' AND t.reminded_at IS NOT NULL`,
    damaged: sql`t.state = 'damaged'`,
    'with-team': sql`t.state = 'with-team'`,
    other: sql`t.state IN ('returned', 'lost')`,
  }
  return conditions[filter]
}

/** A stretch of the list that lies in one index in its order. The list is its stretches one after another. */
export interface Stretch {
  readonly index: string
  readonly where: RawBuilder<unknown>
  readonly order: string
}

/**
 * The list as stretches. Each index is named: SQLite without statistics sorts a hundred thousand rows instead. Age ascending means youngest first; what
 * has no age, or no place, comes last either way.
 */
export function stretchesOf(page: CardPage, at: ShelfMoments): readonly Stretch[] {
  const where = filterCondition(page.filter, at)
  const way = page.descending ? 'DESC' : 'ASC'
  const kept = (index: string, order: string, more = sql`true`) => ({
    index: few ?? index,
    order,
    where: sql`${where} AND ${more}`,
  })
  // Seldom many: sorted as they come.
  const few = page.filter === 'reminded' ? 'card_reminded' : null
  switch (page.sort) {
    case 'name':
      return [kept('card_by_name', by(['owner_name', 'state', 'age_at'], way))]
    case 'place':
      return [
        kept('card_by_shelf', by(['shelf', 'state', 'age_at'], way), sql`t.shelf > ''`),
        kept('card_by_shelf', by(['state', 'age_at'], 'ASC'), sql`t.shelf = ''`),
      ]
    case 'state':
      return [kept('card_by_state', by(['state', 'age_at'], way))]
    case 'age':
      return byAge(page, where, at)
  }
}

function byAge({ filter, descending }: CardPage, where: RawBuilder<unknown>, at: ShelfMoments): readonly Stretch[] {
  const way = descending ? 'ASC' : 'DESC'
  // The day of a hand-over stands where others have their age: descending begins with the last one.
  const given = { index: 'card_by_state', order: by(['age_at'], descending ? 'DESC' : 'ASC') }
  if (filter === 'handed-over') return [{ ...given, where }]
  const gone = sql`t.state IN ('returned', 'lost', 'with-team')`
  if (filter === 'reminded') return [{ index: 'card_reminded', where, order: by(['age_at'], way) }]
  if (filter !== 'all') return [{ index: 'card_by_state', where, order: by(['age_at'], way) }]
  return [
    { index: 'card_on_shelf', where: sql`t.state IN ('ready', 'damaged')`, order: by(['age_at'], way) },
    { index: 'card_by_state', where: filterCondition('coming', at), order: by(['state'], 'ASC') },
    { ...given, where: filterCondition('handed-over', at) },
    { index: 'card_by_state', where: gone, order: by(['age_at'], way) },
  ]
}

/** The key decides between equals, in the direction in which the index runs. */
const by = (columns: readonly string[], way: 'ASC' | 'DESC') =>
  [...columns, 'key'].map((column) => `t.${column} ${way}`).join(', ')
