import { z } from 'zod'
import { id } from '#shared/contract/sync/values.ts'
import { isStorable } from './storable.ts'

const one = z.looseObject({ cardId: id })
/** As acts about many cards name them: moved, counted, sent. */
const many = z.looseObject({
  cards: z.array(one).catch([]),
  lines: z.array(one.catch({ cardId: '' })).catch([]),
  cardIds: z.array(id).catch([]),
})

/** The one card that a payload is about, whatever else is in it; null when it names none, several, or one that no database could know. */
export function cardIdOf(payload: string | null): string | null {
  const named = [...new Set(cardsIn(parsed(payload)))].filter((cardId) => cardId !== '')
  const [cardId] = named
  return cardId !== undefined && named.length === 1 && isStorable(cardId) ? cardId : null
}

function cardsIn(payload: unknown): readonly string[] {
  const itself = one.safeParse(payload).data
  if (itself) return [itself.cardId]
  const { cards, lines, cardIds } = many.safeParse(payload).data ?? { cards: [], lines: [], cardIds: [] }
  return [...[...cards, ...lines].map(({ cardId }) => cardId), ...cardIds]
}

function parsed(payload: string | null): unknown {
  try {
    return JSON.parse(payload ?? 'null')
  } catch {
    // No JSON at all: there is no card to name.
    return null
  }
}
