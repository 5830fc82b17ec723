import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { ok } from '#shared/domain/result.ts'
import { shelfMoments } from '../card-views.ts'
import type { Answer, Deps, Who } from '../deps.ts'
import { auditSearch } from './audit-search.ts'
import { cardLines } from './card-lines.ts'

export async function listCards(
  deps: Deps,
  input: ParsedInputOf<'card.list'>,
  who: Who,
): Answer<OutputOf<'card.list'>> {
  const now = deps.clock.now()
  const answer = await deps.reading(async (db) => {
    const at = shelfMoments(now, (await db.settings.region()).limits)
    const page = await db.cards.page(input, at)
    const counts = await db.cards.counts(input.search, at)
    const sharing = await db.cards.sharingPlace(page.map(({ row }) => row.id))
    const lines = await cardLines(db, page, now)
    const rows = lines.map((line) => (sharing.has(line.cardId) ? { ...line, sharesPlace: true } : line))
    return { rows, counts, total: counts[input.filter] ?? 0, dataAsOf: await db.device.dataAsOf() }
  })
  auditSearch(deps, input.search, answer.total, who)
  return ok(answer)
}
