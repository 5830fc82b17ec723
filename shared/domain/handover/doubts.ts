import { adultAge, hasTurned } from '../card/age.ts'
import type { Card } from '../card/card.ts'
import type { Household } from '../household/household.ts'
import { birthDayDoubtful, provinceUnknown, youngByNik } from '../nik/check-nik.ts'
import type { CalendarDay } from '../time.ts'
import { type Doubt, doubts } from './doubt.ts'
import type { Collector } from './handover.ts'
import { householdsServed, type PickUp } from './pick-ups.ts'

/** What is known here of the collector's day. */
export interface DoubtGround {
  /** The owner's KK as known here, null when it is not. */
  readonly household: Household | null
  readonly today: CalendarDay
  /** Hand-overs of today, as far as this device knows them. */
  readonly pickUps: readonly PickUp[]
  readonly pickUpsPerDay: number
  /** First two digits that a NIK may have; none: not checked. */
  readonly provinces: readonly string[]
}

/** Every doubt about this card going to this person now, in the order above. Pure. */
export function doubtsOf(card: Card, collector: Collector, ground: DoubtGround): readonly Doubt[] {
  const { household, today } = ground
  const { nik } = collector
  const typed = collector.kind !== 'self' && nik !== null && !inHousehold(household, nik)
  const checks: Record<Doubt, boolean> = {
    'too-many-pick-ups': tooMany(card, collector, ground),
    'nik-birth-day': typed && birthDayDoubtful(nik),
    'nik-province': typed && provinceUnknown(nik, ground.provinces),
    'nik-is-kk': typed && (nik === card.kkNumber || nik === household?.id),
    'collector-young': typed && !birthDayDoubtful(nik) && youngByNik(nik, today),
    'kia-owner-grown': card.kind === 'kia' && hasTurned(card.ownerBirthDate, adultAge, today),
    'owner-married': ownerYoung(card, today),
  }
  return doubts.filter((doubt) => checks[doubt])
}

/** A KTP-el is given from 17, or to whoever is or was married. */
export const ownerYoung = ({ kind, ownerBirthDate }: Card, today: CalendarDay): boolean =>
  kind === 'ktp-el' && !hasTurned(ownerBirthDate, adultAge, today)

const inHousehold = (household: Household | null, nik: string | null): boolean =>
  household?.members.some((member) => member.nik === nik) ?? false

/** Would this card be one for more other households than a day should bring? */
function tooMany(card: Card, collector: Collector, { household, pickUps, pickUpsPerDay }: DoubtGround): boolean {
  // A family member is one when the KK that is known here says so.
  const own = collector.kind === 'self' || inHousehold(household, collector.nik)
  if (own || collector.kind === 'mobile-team' || collector.nik === null) return false
  const served = householdsServed(pickUps, collector.nik)
  return !served.has(card.kkNumber ?? card.id) && served.size >= pickUpsPerDay
}
