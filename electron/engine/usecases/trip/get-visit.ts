import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import type { VisitDetail } from '#shared/contract/engine/visits.ts'
import type { Card } from '#shared/domain/card/card.ts'
import { maskNik } from '#shared/domain/nik/mask-nik.ts'
import { ok } from '#shared/domain/result.ts'
import type { ServedItem } from '#shared/domain/trip/visit.ts'
import { visitNow } from '#shared/domain/trip/visit-now.ts'
import type { Answer, Deps } from '../deps.ts'
import { fail } from '../fail.ts'
import type { ReadSet } from '../stores.ts'
import { visitLine } from './trip-line.ts'

/** One number with all that was done, and the cards that could be given. Fault: visit-unknown. */
export async function getVisit(deps: Deps, { visitId }: ParsedInputOf<'visit.get'>): Answer<OutputOf<'visit.get'>> {
  return deps.reading(async (db) => {
    const seen = await db.things.find('visit', visitId)
    if (!seen) return fail('visit-unknown')
    const now = visitNow(seen.row)
    const { position } = seen.row.opened
    const cards = await db.cards.some(now.items.flatMap(({ kind, ref }) => (kind === 'card' ? [ref] : [])))
    const known = new Map(cards.map(({ row }) => [row.id, row]))
    return ok({
      line: visitLine({ seen, now }),
      nikMasked: now.nik && maskNik(now.nik),
      targetId: now.targetId,
      note: now.note,
      recording: now.recording ? { status: now.recording.status, reason: now.recording.reason } : null,
      outcomeNote: now.outcomeNote,
      items: now.items.map((item) => itemOf(item, known.get(item.ref))),
      calledAt: now.calledAt,
      servedAt: now.servedAt,
      position: position && { lat: position.lat, lon: position.lon, accuracy: position.accuracy, at: position.at },
      cardsWaiting: await cardsWaiting(db, now.nik, known),
    })
  })
}

function itemOf({ id, kind, ref, text }: ServedItem, card: Card | undefined): VisitDetail['items'][number] {
  if (kind !== 'card') return { id, kind, ref, text, label: ref || text, given: null }
  const label = card ? `${card.ownerName}, ${card.kitirNumber}` : ref
  return { id, kind, ref, text, label, given: card?.state === 'handed-over' }
}

/** By the NIK, where it is known: what a team carries, or what lies in the drawer. */
async function cardsWaiting(
  db: Pick<ReadSet, 'cards'>,
  nik: string | null,
  named: ReadonlyMap<string, Card>,
): Promise<VisitDetail['cardsWaiting']> {
  if (nik === null) return []
  const found = (await db.cards.search(nik, 10)).map(({ row }) => row)
  return found
    .filter(({ id, ownerNik, state }) => ownerNik === nik && !named.has(id) && ['ready', 'with-team'].includes(state))
    .map(({ id, ownerName, kitirNumber }) => ({ cardId: id, ownerName, kitirNumber }))
}
