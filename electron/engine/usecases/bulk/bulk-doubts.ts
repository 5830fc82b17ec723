import type { ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { calendarDay } from '#shared/domain/calendar/calendar-day.ts'
import type { Card } from '#shared/domain/card/card.ts'
import type { Doubt } from '#shared/domain/handover/doubt.ts'
import { doubtsOf } from '#shared/domain/handover/doubts.ts'
import type { PickUp } from '#shared/domain/handover/pick-ups.ts'
import type { Deps } from '../deps.ts'
import { todaysPickUps } from '../handover/todays-pick-ups.ts'
import type { ReadSet } from '../stores.ts'
import { bulkCollector } from './bulk-input.ts'

interface Asked extends Pick<ParsedInputOf<'bulk.check'>, 'receivedBy' | 'inChargeNik'> {
  /** What the lines above would have this person take; this line's is added. */
  readonly taken: PickUp[]
}

/** What should make one look twice at who is in charge of a list, should this card be given, too: also what the list itself adds up to. */
export async function doubtsInCharge(deps: Deps, db: ReadSet, card: Card, asked: Asked): Promise<Doubt[]> {
  const { inChargeNik: nik, receivedBy, taken } = asked
  const kind = bulkCollector(card, receivedBy)
  const region = await db.settings.region()
  const now = deps.clock.now()
  const zone = (await db.directory.unit(card.scope))?.zone ?? region.zone
  const household = card.kkNumber === null ? null : await db.directory.household(card.kkNumber)
  const earlier = kind === 'self' || nik === null ? [] : await todaysPickUps(db, now, zone, nik)
  const collector = { kind, name: '', nik: kind === 'self' ? card.ownerNik : nik, relation: '', proxyLetter: null }
  const doubts = doubtsOf(card, collector, {
    household,
    today: calendarDay(now, zone),
    pickUps: [...earlier, ...taken],
    pickUpsPerDay: region.limits.pickUpsForOtherHouseholdsPerDay,
    provinces: region.provinces ?? [],
  })
  if (kind !== 'self' && nik !== null)
    taken.push({
      handoverId: card.id,
      at: now,
      receiptNumber: '',
      collectorKind: kind,
      collectorNik: nik,
      household: card.kkNumber ?? card.id,
      ownHousehold: household?.members.some((member) => member.nik === nik) ?? false,
      standing: 'stands',
    })
  return [...doubts]
}
