import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { placesFrom } from '#shared/domain/card/shelf.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps } from '../deps.ts'

/** Places for cards one after another, and who lies already where somebody chose to begin. A full shelf proposes fewer places than cards. */
export function proposePlaces(
  deps: Deps,
  { cardIds, start }: ParsedInputOf<'card.propose-places'>,
): Answer<OutputOf<'card.propose-places'>> {
  return deps.reading(async (db) => {
    const { shelf } = await db.settings.region()
    const moving = new Set(cardIds)
    const found = await placesFrom(shelf, start, moving.size, db.counts.isTaken)
    const others = start === null ? [] : (await db.cards.at(start)).filter(({ row }) => !moving.has(row.id))
    const places = [...moving].flatMap((cardId, n) => (found[n] ? [{ cardId, place: found[n] }] : []))
    const taken = others.flatMap(({ row }) => (row.place ? [{ place: row.place, ownerName: row.ownerName }] : []))
    return ok({ places, taken })
  })
}
