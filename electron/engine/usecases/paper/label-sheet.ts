import { ok } from '#shared/domain/result.ts'
import { fail } from '../fail.ts'
import type { PaperBuilder } from './paper-builder.ts'

/** Labels of the cards in the order asked for. Fault: card-unknown. */
export const labelSheet: PaperBuilder<'label-sheet'> = async (db, { cardIds, start }) => {
  const cards = await Promise.all(cardIds.map((id) => db.cards.find(id)))
  const known = cards.flatMap((seen) => (seen ? [seen.row] : []))
  if (known.length < cards.length) return fail('card-unknown')
  const labels = known.map(({ labelCode, ownerName, kitirNumber, kind, place }) => ({
    ...{ labelCode, ownerName, kitirNumber },
    cardKind: kind,
    place: place && { rack: place.rack, box: place.box, number: place.number },
  }))
  return ok({ kind: 'label-sheet', start, labels })
}
