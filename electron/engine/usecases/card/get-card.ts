import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { calendarDay } from '#shared/domain/calendar/calendar-day.ts'
import { adultAge, hasTurned } from '#shared/domain/card/age.ts'
import type { Card } from '#shared/domain/card/card.ts'
import { kiaKind } from '#shared/domain/card/kia-kind.ts'
import { oldCardDuty } from '#shared/domain/card/old-card-duty.ts'
import type { Household } from '#shared/domain/household/household.ts'
import { maskNik } from '#shared/domain/nik/mask-nik.ts'
import type { RegionPack } from '#shared/domain/region/region-pack.ts'
import { unitTitle } from '#shared/domain/region/unit-title.ts'
import { ok } from '#shared/domain/result.ts'
import type { CalendarDay } from '#shared/domain/time.ts'
import type { Answer, Deps } from '../deps.ts'
import { pinVerifiersOf } from '../ekitir/kitirs-of.ts'
import { fail } from '../fail.ts'
import { isContested } from '../handover/contested.ts'
import { paperNumber } from '../paper-number.ts'
import type { ReadSet } from '../stores.ts'
import { shownCard } from './card-lines.ts'
import { memberId } from './member-id.ts'

/** Everything the hand-over screen shows. Fault: card-unknown. */
export async function getCard(deps: Deps, { cardId }: { cardId: string }): Answer<OutputOf<'card.get'>> {
  const now = deps.clock.now()
  return deps.reading(async (db) => {
    const seen = await db.cards.find(cardId)
    if (!seen) return fail('card-unknown')
    const card = seen.row
    const region = await db.settings.region()
    const unit = await db.directory.unit(card.scope)
    const household = card.kkNumber === null ? null : await db.directory.household(card.kkNumber)
    const today = calendarDay(now, unit?.zone ?? region.zone)
    return ok({
      card: await shownCard(db, seen, now),
      ownerBirthDate: card.ownerBirthDate,
      kia: card.kind === 'kia' ? (kiaKind(card.ownerBirthDate, today) ?? 'grown') : null,
      service: (await db.applications.find(card.applicationId))?.service ?? null,
      applicationId: card.applicationId,
      oldCard: oldCardDuty(card.issueReason),
      pin: await pinOf(db, card, region),
      collectors: collectorsOf(region, card),
      household: membersOf(deps, card, household, today),
      householdKnown: household !== null,
      contested: await isContested(db, cardId),
      nextReceiptNumber: await paperNumber(db, 'BST', now, (counter) => db.numbers.peek(counter)),
      unit: { name: unit ? unitTitle(unit) : card.scope, kecamatan: unit?.kecamatan ?? '' },
      dataAsOf: await db.device.dataAsOf(),
    })
  })
}

/** Whom the region's table names for this card; a team only for what it carries. */
const collectorsOf = ({ collectorRules }: RegionPack, { kind, state }: Card) =>
  collectorRules
    .filter(({ cardKind, collector }) => cardKind === kind && (collector !== 'mobile-team' || state === 'with-team'))
    .map(({ collector }) => collector)

async function pinOf(db: ReadSet, card: Card, region: RegionPack): Promise<OutputOf<'card.get'>['pin']> {
  const [verifier] = await pinVerifiersOf(db, card)
  if (verifier === undefined) return { state: 'no-verifier', triesLeft: 0 }
  const triesLeft = Math.max(0, region.pin.tries - (await db.pinTries.wrong(card.id, verifier)))
  return { state: triesLeft === 0 ? 'locked' : 'open', triesLeft }
}

function membersOf(deps: Deps, card: Card, household: Household | null, today: CalendarDay) {
  const others = household?.members.filter(({ nik }) => nik !== card.ownerNik) ?? []
  return others.map((member) => ({
    memberId: memberId(deps.secrets, member),
    name: member.name,
    nikMasked: maskNik(member.nik),
    relation: member.relation,
    adult: hasTurned(member.birthDate, adultAge, today),
  }))
}
