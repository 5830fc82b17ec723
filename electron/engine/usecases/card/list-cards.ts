import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps, Who } from '../deps.ts'
import { auditSearch } from './audit-search.ts'
import { cardLine } from './card-line.ts'

export async function listCards(
  deps: Deps,
  input: ParsedInputOf<'card.list'>,
  who: Who,
): Answer<OutputOf<'card.list'>> {
  const now = deps.clock.now()
  const answer = await deps.reading(async (db) => {
    const page = await db.cards.page(input, now)
    const counts = await db.cards.counts(input.search, now)
    return { ...page, counts, dataAsOf: await db.device.dataAsOf() }
  })
  auditSearch(deps, input.search, answer.total, who)
  return ok({ ...answer, rows: answer.rows.map((card) => cardLine(card, now)) })
}
