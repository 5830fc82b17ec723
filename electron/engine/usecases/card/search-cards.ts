import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps, Who } from '../deps.ts'
import { auditSearch } from './audit-search.ts'
import { cardLine } from './card-line.ts'

export async function searchCards(
  deps: Deps,
  input: { text: string; limit: number },
  who: Who,
): Answer<OutputOf<'card.search'>> {
  const found = await deps.reading((db) => db.cards.search(input.text, input.limit))
  auditSearch(deps, input.text, found.length, who)
  return ok(found.map((card) => cardLine(card, deps.clock.now())))
}
