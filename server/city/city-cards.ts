import { sql } from 'kysely'
import type { z } from 'zod'
import type { CityAnswer, CityCard, cardsQuery } from '#shared/contract/sync/queries.ts'
import type { Card } from '#shared/domain/card/card.ts'
import { maskNik } from '#shared/domain/nik/mask-nik.ts'
import type { Db } from '../database/open-database.ts'
import { field, storedRows } from './stored-rows.ts'

/** Cards of one unit in some states, those that wait longest first. */
export async function cityCards(db: Db, asked: z.output<typeof cardsQuery>): Promise<CityAnswer<'cards'>> {
  const { unit, states, offset, limit } = asked
  const missing = sql`state = 'shipped' AND ${field('missing')} = 'true'`
  const sought = states.includes('missing') ? missing : sql`false`
  const where = sql<boolean>`(state IN (${sql.join(states)}) OR (${sought}))`
  const order = sql`coalesce(${field('arrivedAt')}, ${field('acceptedAt')})`
  const { total, rows } = await storedRows(db, 'card', { scope: unit, where, order, offset, limit })
  return { total, cards: rows.map(cityCard) }
}

/** Field by field: what has no business at the Dinas' desk stays here. */
export const cityCard = (card: Card): CityCard => ({
  cardId: card.id,
  scope: card.scope,
  kind: card.kind,
  state: card.state,
  ...(card.missing && { missing: true }),
  ownerName: card.ownerName,
  ownerNikMasked: maskNik(card.ownerNik),
  kitirNumber: card.kitirNumber,
  labelCode: card.labelCode,
  arrivedAt: card.arrivedAt,
  dueAt: card.dueAt,
  caseId: card.caseId,
})
