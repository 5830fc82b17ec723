import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { dutiesOfMove } from '#shared/domain/movement/decide-move.ts'
import { ok } from '#shared/domain/result.ts'
import { cardLine } from '../card/card-line.ts'
import type { Answer, Deps, Who } from '../deps.ts'
import { paperNumber } from '../paper-number.ts'
import { refusalHere } from './refusal-here.ts'

/** Each card as it stands now, with why it may not be moved so. Cards that are no longer known here are left out. */
export function mayMove(
  deps: Deps,
  { kind, cardIds }: ParsedInputOf<'card.may-move'>,
  who: Who,
): Answer<OutputOf<'card.may-move'>> {
  const now = deps.clock.now()
  return deps.reading(async (db) => {
    const cards: OutputOf<'card.may-move'>['cards'] = []
    for (const cardId of new Set(cardIds)) {
      const seen = await db.cards.find(cardId)
      if (!seen) continue
      cards.push({ card: cardLine(seen, now), refusal: await refusalHere(db, seen.row, kind, who, now) })
    }
    const { record } = dutiesOfMove(kind)
    return ok({ cards, nextNumber: record ? await paperNumber(db, 'BAR', now, db.numbers.peek) : null })
  })
}
