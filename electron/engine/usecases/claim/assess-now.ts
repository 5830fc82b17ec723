import type { OutputOf } from '#shared/contract/engine/calls.ts'
import type { Application } from '#shared/domain/application/application.ts'
import type { ClaimAssessment } from '#shared/domain/claim/assess-claim.ts'
import { type AssessedClaim, assessedClaim } from '#shared/domain/claim/assessed-claim.ts'
import type { Claim } from '#shared/domain/claim/claim.ts'
import { cameTooEarly } from '#shared/domain/claim/claim-people.ts'
import type { Instant } from '#shared/domain/time.ts'
import { moved } from '../override/spoken-code.ts'
import { claimClockOf } from '../promise/clock-of.ts'
import type { ReadSet } from '../stores.ts'

/**
 * What the rules find of an application now. `earlier`: a claim that it has besides the one assessed. `deviceNow` is put right by what the centre's clock
 * says: a PC that is ahead makes nothing late.
 */
export async function assessNow(
  db: ReadSet,
  application: Application,
  earlier: Claim | null,
  deviceNow: Instant,
): Promise<AssessedClaim> {
  const now = moved(deviceNow, (await db.device.clockOffsetMs()) ?? 0)
  const { compensation } = await db.settings.region()
  return assessedClaim(await claimClockOf(db, application, now), earlier, compensation, now)
}

/** Rejected because it came too early, and late by now: it may be taken again. */
export const mayComeAgain = (claim: Claim, { outcome }: ClaimAssessment): boolean =>
  cameTooEarly(claim) && outcome !== 'not-eligible'

type View = OutputOf<'claim.get'>

/** As the contract says it: the domain's lists are readonly. */
export const assessmentShown = ({ outcome, reasons, amount, days }: ClaimAssessment): View['now'] => ({
  outcome,
  reasons: reasons.map(({ code, values }) => ({ code, values: { ...values } })),
  amount,
  days,
})
