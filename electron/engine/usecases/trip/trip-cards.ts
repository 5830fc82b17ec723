import type { Card } from '#shared/domain/card/card.ts'
import type { Trip } from '#shared/domain/trip/trip.ts'
import type { ReadSet } from '../stores.ts'

const day = 86_400_000

/** The cards that were carried out for a trip, each once, as they stand now. Carried out the evening before, or before a plan was put off: looked for from a fortnight before. */
export async function tripCards(db: Pick<ReadSet, 'things' | 'cards'>, trip: Trip): Promise<readonly Card[]> {
  const from = new Date(Date.parse(`${trip.day}T00:00:00.000Z`) - 14 * day).toISOString()
  const out = await db.things.list('movement', { states: ['carried-out'], from })
  const ids = new Set(out.flatMap(({ row }) => (row.tripId === trip.id ? [row.cardId] : [])))
  return (await db.cards.some([...ids])).map(({ row }) => row)
}

/** Of these cards, those that were handed over. */
export async function givenCards(db: Pick<ReadSet, 'cards'>, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const cards = await db.cards.some([...new Set(ids)])
  return new Set(cards.flatMap(({ row }) => (row.state === 'handed-over' ? [row.id] : [])))
}
