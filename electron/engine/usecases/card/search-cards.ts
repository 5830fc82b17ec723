import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps, Who } from '../deps.ts'
import { auditSearch } from './audit-search.ts'
import { cardLines } from './card-lines.ts'

export async function searchCards(
  deps: Deps,
  input: { text: string; limit: number },
  who: Who,
): Answer<OutputOf<'card.search'>> {
  const found = await deps.reading(async (db) =>
    cardLines(db, await db.cards.search(input.text, input.limit), deps.clock.now()),
  )
  auditSearch(deps, input.text, found.length, who)
  return ok(found)
}
