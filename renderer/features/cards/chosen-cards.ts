import type { CardLine } from '#shared/contract/engine/values.ts'

/** As many cards as one act may be about. */
export const mostAtOnce = 500

/** What is ticked: cards by their ids, kept while the list is narrowed otherwise; or the whole of a list that is too long to act on at once. */
export type ChosenCards =
  | { readonly kind: 'cards'; readonly cards: ReadonlyMap<string, CardLine> }
  | { readonly kind: 'whole-list'; readonly count: number }

export const noCards: ChosenCards = { kind: 'cards', cards: new Map() }

export const countOf = (chosen: ChosenCards): number => (chosen.kind === 'cards' ? chosen.cards.size : chosen.count)

export const isChosen = (chosen: ChosenCards, cardId: string): boolean =>
  chosen.kind === 'whole-list' || chosen.cards.has(cardId)

/** Ticks a card, or takes its tick away. In a list that is ticked as a whole the others lose theirs. */
export function toggled(chosen: ChosenCards, card: CardLine): ChosenCards {
  const cards = new Map(chosen.kind === 'cards' ? chosen.cards : [])
  if (!cards.delete(card.cardId)) cards.set(card.cardId, card)
  return { kind: 'cards', cards }
}

/** What was ticked before, and all of these. */
export function withCards(before: ChosenCards, more: readonly CardLine[]): ChosenCards {
  const cards = new Map(before.kind === 'cards' ? before.cards : [])
  for (const card of more) cards.set(card.cardId, card)
  return { kind: 'cards', cards }
}

/** The same cards as they stand now, where the list shows them; a card that an act of somebody else changed is no longer what was ticked. */
export function refreshed(chosen: ChosenCards, shown: readonly CardLine[]): ChosenCards {
  if (chosen.kind !== 'cards') return chosen
  const changed = shown.filter((card) => {
    const known = chosen.cards.get(card.cardId)
    return known !== undefined && known !== card
  })
  return changed.length === 0 ? chosen : withCards(chosen, changed)
}
