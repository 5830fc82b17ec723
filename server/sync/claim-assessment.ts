import type { Act } from '#shared/domain/act/acts.ts'
import type { RowSet } from '#shared/domain/act/row-set.ts'
import type { Application } from '#shared/domain/application/application.ts'
import { type AssessedClaim, assessedClaim } from '#shared/domain/claim/assessed-claim.ts'
import { applicationUnknown } from '#shared/domain/claim/claim-rules.ts'
import type { ClaimRefusal } from '#shared/domain/claim/decide-claim.ts'
import type { Incident } from '#shared/domain/incident/incident.ts'
import type { OfficeCalendar } from '#shared/domain/office-calendar/office-calendar.ts'
import type { RegionPack } from '#shared/domain/region/region-pack.ts'
import { claimClock } from '#shared/domain/service-clock/application-clock.ts'
import type { ClockTerms } from '#shared/domain/service-clock/clock-facts.ts'
import type { Db } from '../database/open-database.ts'
import type { Acceptance } from './acceptance.ts'
import { clockTerms, registerIn } from './clock-terms.ts'
import { readRow, readRowsOf } from './read-row.ts'

/** What the rules of the city find of an application by the terms of its unit and this register, at a time. Pure. */
export const assessBy = (
  terms: ClockTerms,
  { compensation }: Pick<RegionPack, 'compensation'>,
  application: Application,
  register: readonly Incident[],
  now: string,
): AssessedClaim => assessedClaim(claimClock(application, register, terms, now), null, compensation, now)

/** What the rules of the city find of one application by this register, at a time, with what it was found from. */
export async function assessedAt(
  trx: Db,
  region: RegionPack,
  application: Application,
  register: readonly Incident[],
  now: string,
): Promise<AssessedClaim> {
  const { collectionUnit } = application
  const termsOf = await clockTerms(trx, region, [collectionUnit])
  return assessBy(termsOf(collectionUnit), region, application, register, now)
}

/** The calendar that the centre keeps of a unit; null: the region pack's serves. */
export const calendarRowOf = async (trx: Db, scope: string): Promise<OfficeCalendar | null> =>
  (await readRowsOf(trx, 'office-calendar', [scope])).at(-1) ?? null

/** What was done with a claim on an application that there is not: the centre knows them all. */
export const flagsOfClaim = (act: Act, rows: RowSet): readonly string[] =>
  act.type === 'claim.note' && rows.get('application', act.payload.applicationId) === null ? [applicationUnknown] : []

/**
 * Why the centre itself would not approve this claim; null where it would, or where nothing is to be approved. Looked at as of the act, but never later than
 * it came here: a PC that is ahead makes nothing late.
 */
export async function approvalDoubt({ trx, region, at: accepted }: Acceptance, act: Act): Promise<ClaimRefusal | null> {
  if (act.type !== 'claim.decide' || act.payload.kind !== 'approved') return null
  const { applicationId, amount, reason, at } = act.payload
  const application = await readRow(trx, 'application', applicationId)
  if (application === null) return 'not-eligible'
  const asOf = at < accepted ? at : accepted
  const { assessment: found } = await assessedAt(trx, region, application, await registerIn(trx), asOf)
  if (found.outcome === 'not-eligible') return 'not-eligible'
  if (found.amount !== amount) return 'amount-differs'
  return found.outcome === 'needs-supervisor' && !reason?.trim() ? 'reason-missing' : null
}
