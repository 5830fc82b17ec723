import { sql } from 'kysely'
import type { CardState } from '#shared/domain/card/card.ts'
import type { CardCounts, ShelfMoments } from '../../usecases/card-views.ts'
import type { ReadDb } from '../handles.ts'
import { indexed, soughtCards } from './card-search.ts'

interface OfState {
  readonly state: CardState
  readonly n: number
  readonly toRemind: number
  readonly toReturn: number
}

/** Cards whose owner was told; `old`: so long ago on the shelf that it had to be. */
interface Reminded {
  readonly n: number
  readonly old: number
}

/** How many cards each filter would show of what is sought. Without words only indexes are read. */
export async function cardCounts(db: ReadDb, search: string, at: ShelfMoments): Promise<CardCounts> {
  const sought = await soughtCards(db, search)
  const where = sought?.where ?? sql`true`
  const counted = await sql<OfState>`
    SELECT t.state AS state, count(*) AS n, coalesce(sum(t.age_at < ${at.remindBefore}), 0) AS toRemind,
      coalesce(sum(t.age_at < ${at.returnBefore}), 0) AS toReturn
    FROM ${indexed('card_by_state', sought)} WHERE ${where} GROUP BY t.state`.execute(db)
  const reminded = await sql<Reminded>`
    SELECT count(*) AS n, coalesce(sum(t.age_at < ${at.remindBefore}), 0) AS old FROM card t INDEXED BY card_reminded
    WHERE t.state = 'ready' AND t.reminded_at IS NOT NULL AND ${where}`.execute(db)
  return countsOf(counted.rows, reminded.rows[0] ?? { n: 0, old: 0 })
}

function countsOf(states: readonly OfState[], reminded: Reminded): CardCounts {
  const of = (...names: readonly CardState[]) =>
    states.filter(({ state }) => names.includes(state)).reduce((sum, { n }) => sum + n, 0)
  const ready = states.find(({ state }) => state === 'ready')
  return {
    all: states.reduce((sum, { n }) => sum + n, 0),
    ready: of('ready'),
    'to-remind': (ready?.toRemind ?? 0) - reminded.old,
    'to-return': ready?.toReturn ?? 0,
    'handed-over': of('handed-over'),
    coming: of('print-queue', 'printed', 'sorted', 'shipped'),
    reminded: reminded.n,
    damaged: of('damaged'),
    'with-team': of('with-team'),
    other: of('returned', 'lost'),
  }
}
