import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import type { VisitDetail } from '#shared/contract/engine/visits.ts'
import type { Card } from '#shared/domain/card/card.ts'
import { looseKitirNumber } from '#shared/domain/ekitir/kitir-number.ts'
import { maskNik } from '#shared/domain/nik/mask-nik.ts'
import { ok } from '#shared/domain/result.ts'
import type { ServedItem } from '#shared/domain/trip/visit.ts'
import { visitNow } from '#shared/domain/trip/visit-now.ts'
import type { Answer, Deps } from '../deps.ts'
import { fail } from '../fail.ts'
import type { ReadSet } from '../stores.ts'
import { placeScope } from './place-scope.ts'
import { helpEntry } from './trip-help.ts'
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
    const items = []
    for (const item of now.items) items.push(await itemOf(db, item, known.get(item.ref)))
    return ok({
      line: visitLine({ seen, now }),
      nikMasked: now.nik && maskNik(now.nik),
      targetId: now.targetId,
      note: now.note,
      recording: now.recording ? { status: now.recording.status, reason: now.recording.reason } : null,
      outcomeNote: now.outcomeNote,
      items: items.flatMap((item) => item ?? []),
      scope: await placeScope(db, seen.row.tripId, now.placeId),
      calledAt: now.calledAt,
      servedAt: now.servedAt,
      position: position && { lat: position.lat, lon: position.lon, accuracy: position.accuracy, at: position.at },
      cardsWaiting: await cardsWaiting(db, now.nik, known),
    })
  })
}

type Item = VisitDetail['items'][number]

/** Null: help that was taken out of the log. */
async function itemOf(
  db: Pick<ReadSet, 'things'>,
  { id, kind, ref, text }: ServedItem,
  card: Card | undefined,
): Promise<Item | null> {
  const item = { id, kind, ref, text, label: ref || text, given: null, help: null, applicationId: null }
  if (kind === 'card')
    return {
      ...item,
      label: card ? `${card.ownerName}, ${card.kitirNumber}` : ref,
      given: card?.state === 'handed-over',
    }
  if (kind === 'application') {
    const [filed] = ref === '' ? [] : await db.things.list('filing', { key: looseKitirNumber(ref), limit: 1 })
    return { ...item, applicationId: filed?.row.id ?? null }
  }
  const entry = await helpEntry(db, ref)
  if (entry?.withdrawn) return null
  return entry ? { ...item, label: text, help: { kind: entry.kind, people: entry.people } } : item
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
