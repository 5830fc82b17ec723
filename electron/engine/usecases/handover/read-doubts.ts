import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { calendarDay } from '#shared/domain/calendar/calendar-day.ts'
import type { Card } from '#shared/domain/card/card.ts'
import { relationWord } from '#shared/domain/collector/relation-word.ts'
import { doubtsOf } from '#shared/domain/handover/doubts.ts'
import type { Collector } from '#shared/domain/handover/handover.ts'
import { pickUpsForOthers } from '#shared/domain/handover/pick-ups.ts'
import type { Household } from '#shared/domain/household/household.ts'
import { maskNik } from '#shared/domain/nik/mask-nik.ts'
import { ok } from '#shared/domain/result.ts'
import { memberById } from '../card/member-id.ts'
import type { Answer, Deps } from '../deps.ts'
import { fail } from '../fail.ts'
import type { Secrets } from '../ports.ts'
import type { ReadSet } from '../stores.ts'
import { todaysPickUps } from './todays-pick-ups.ts'

type Input = ParsedInputOf<'handover.doubts'>
type Output = OutputOf<'handover.doubts'>

/** What should make the clerk look twice at this collector. Fault: card-unknown. */
export async function readDoubts(deps: Deps, input: Input): Answer<Output> {
  return deps.reading(async (db) => {
    const card = (await db.cards.find(input.cardId))?.row
    if (!card) return fail('card-unknown')
    const region = await db.settings.region()
    const now = deps.clock.now()
    const zone = (await db.directory.unit(card.scope))?.zone ?? region.zone
    const household = card.kkNumber === null ? null : await db.directory.household(card.kkNumber)
    const collector = asCollector(deps.secrets, input, card, household)
    const pickUps = collector.nik === null ? [] : await todaysPickUps(db, now, zone, collector.nik)
    const limit = region.limits.pickUpsForOtherHouseholdsPerDay
    const provinces = region.provinces ?? []
    const ground = { household, today: calendarDay(now, zone), pickUps, pickUpsPerDay: limit, provinces }
    const shown = collector.nik === null ? [] : pickUpsForOthers(pickUps, collector.nik)
    return ok({
      doubts: [...doubtsOf(card, collector, ground)],
      limit,
      pickUps: await Promise.all(shown.map((one) => lineOf(db, one))),
    })
  })
}

function asCollector(secrets: Secrets, input: Input, card: Card, household: Household | null): Collector {
  const { kind, memberId } = input
  const member = memberId === null ? null : memberById(secrets, household, memberId)
  const nik = kind === 'self' ? card.ownerNik : (member?.nik ?? input.nik)
  return { kind, name: '', nik, relation: relationWord(kind, null), proxyLetter: null }
}

async function lineOf(
  db: Pick<ReadSet, 'handovers' | 'cards'>,
  { at, receiptNumber, handoverId }: { at: string; receiptNumber: string; handoverId: string },
): Promise<Output['pickUps'][number]> {
  const cardId = (await db.handovers.find(handoverId))?.row.cardId ?? ''
  const owner = (await db.cards.find(cardId))?.row.ownerNik ?? ''
  return { at, receiptNumber, ownerNikMasked: maskNik(owner) }
}
