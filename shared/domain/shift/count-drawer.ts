import type { CardKind } from '../card/card.ts'
import type { CountDifference, Pieces } from './shift.ts'

export interface BoxPlace {
  readonly rack: string
  readonly box: string
}

/** A card that should lie in the drawer. */
export interface ShelvedCard extends BoxPlace {
  readonly cardId: string
  readonly cardKind: CardKind
}

/** A card that lay in the drawer and should not have, found by scanning its label; it is counted in no box. */
export interface ExtraCard {
  readonly labelCode: string
  /** null: no card that is known here. */
  readonly cardId: string | null
  readonly cardKind: CardKind
}

type About = Pick<CountDifference, 'rack' | 'box' | 'cardKind' | 'labelCode' | 'against'>

export interface CountedBoxes {
  readonly boxes: readonly (BoxPlace & Pieces)[]
  /** Ids of the cards whose label was scanned. */
  readonly scanned: readonly string[]
  readonly extras: readonly ExtraCard[]
  readonly explanations: readonly (About & { readonly text: string })[]
  /** What should lie there by the opening and the ledger since (`shiftBalance`). */
  readonly sum: Pieces
}

export interface DrawerCount {
  readonly counted: Pieces
  readonly differences: readonly CountDifference[]
}

const kinds = ['ktp-el', 'kia'] as const
const nameOf = { 'ktp-el': 'ktpEl', kia: 'kia' } as const

/**
 * What was counted, held against the cards that should lie there, box by box and kind by kind, and against the sum of the shift where the shelf says otherwise (the
 * drawer was taken over with a difference). The drawer agrees when there is no difference of either. A box that was not counted counts as empty. Pure.
 */
export function countDrawer(cards: readonly ShelvedCard[], of: CountedBoxes): DrawerCount {
  const total = (kind: CardKind) =>
    of.boxes.reduce((sum, one) => sum + one[nameOf[kind]], 0) + of.extras.filter((one) => one.cardKind === kind).length
  const counted = { ktpEl: total('ktp-el'), kia: total('kia') }
  const found = [...boxDifferences(cards, of), ...of.extras.map(extraOf), ...sumDifferences(cards, counted, of.sum)]
  const told = new Map(of.explanations.map((one) => [differenceKey(one), one.text]))
  const differences = found.map((one) => ({ ...one, explanation: told.get(differenceKey(one)) ?? '' }))
  return { counted, differences }
}

/** What is said about a difference is found by this. */
export const differenceKey = ({ rack, box, cardKind, labelCode, against }: About): string =>
  labelCode === undefined ? [rack, box, cardKind, against ?? ''].join('\n') : `label\n${labelCode}`

type Found = Omit<CountDifference, 'explanation'>

function boxDifferences(cards: readonly ShelvedCard[], { boxes, scanned }: CountedBoxes): Found[] {
  const seen = new Set(scanned)
  const places = new Map([...cards, ...boxes].map(({ rack, box }) => [`${rack}\n${box}`, { rack, box }]))
  return [...places.values()].flatMap((place) =>
    kinds.flatMap((cardKind) => {
      const there = cards.filter((card) => isAt(card, place) && card.cardKind === cardKind)
      const counted = boxes.filter((one) => isAt(one, place)).reduce((sum, one) => sum + one[nameOf[cardKind]], 0)
      if (counted === there.length) return []
      // Only where every card of the box that was counted was scanned is it known which are not there.
      const scannedHere = there.filter(({ cardId }) => seen.has(cardId))
      const missing = scannedHere.length === counted ? there.filter(({ cardId }) => !seen.has(cardId)) : []
      const missingCardIds = missing.map(({ cardId }) => cardId)
      return [{ ...place, cardKind, expected: there.length, counted, missingCardIds }]
    }),
  )
}

const nowhere = { rack: '', box: '', missingCardIds: [] }

const extraOf = ({ labelCode, cardId, cardKind }: ExtraCard): Found => ({
  ...{ ...nowhere, cardKind, expected: 0, counted: 1, labelCode },
  ...(cardId !== null && { cardId }),
})

/** Where shelf and sum say the same, a difference of the boxes is one of the sum, and told once. */
const sumDifferences = (cards: readonly ShelvedCard[], counted: Pieces, sum: Pieces): Found[] =>
  kinds.flatMap((cardKind) => {
    const [expected, lay] = [sum[nameOf[cardKind]], counted[nameOf[cardKind]]]
    const shelved = cards.filter((card) => card.cardKind === cardKind).length
    const differs = shelved !== expected && lay !== expected
    return differs ? [{ ...nowhere, cardKind, expected, counted: lay, against: 'sum' as const }] : []
  })

const isAt = (one: BoxPlace, place: BoxPlace) => one.rack === place.rack && one.box === place.box
