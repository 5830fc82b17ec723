import type { CollectorKind } from '../card/card.ts'
import type { Instant } from '../time.ts'
import type { Handover } from './handover.ts'

/** One card that somebody took away. */
export interface PickUp {
  readonly handoverId: string
  readonly at: Instant
  readonly receiptNumber: string
  readonly collectorKind: CollectorKind
  readonly collectorNik: string | null
  /** KK of the card's owner, or the card's id where that is unknown. */
  readonly household: string
  /** The collector is known to be a member of that KK. */
  readonly ownHousehold: boolean
  readonly standing: Handover['standing']
}

/** What this person took for other households; what was undone does not count, nor what a mobile team carries. */
export const pickUpsForOthers = (pickUps: readonly PickUp[], nik: string): readonly PickUp[] =>
  pickUps.filter(
    ({ collectorNik, collectorKind, ownHousehold, standing }) =>
      collectorNik === nik &&
      !ownHousehold &&
      (collectorKind === 'family' || collectorKind === 'proxy' || collectorKind === 'guardian') &&
      (standing === 'stands' || standing === 'contested'),
  )

/** Other households that this person collected for. */
export const householdsServed = (pickUps: readonly PickUp[], nik: string): ReadonlySet<string> =>
  new Set(pickUpsForOthers(pickUps, nik).map(({ household }) => household))
