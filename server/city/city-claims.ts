import { sql } from 'kysely'
import type { z } from 'zod'
import type { claimsQuery } from '#shared/contract/sync/claim-queries.ts'
import type { CityAnswer } from '#shared/contract/sync/queries.ts'
import type { Application } from '#shared/domain/application/application.ts'
import { claimFactsOf } from '#shared/domain/claim/assessed-claim.ts'
import type { Claim } from '#shared/domain/claim/claim.ts'
import { standingTaking } from '#shared/domain/claim/claim-people.ts'
import { claimCaseIdOf } from '#shared/domain/claim/claim-rules.ts'
import { claimantOf, historyOf, paymentsOf } from '#shared/domain/claim/claim-told.ts'
import { type Centre, instantOf } from '../centre.ts'
import type { Db } from '../database/open-database.ts'
import { notFound } from '../problem.ts'
import { assessedAt } from '../sync/claim-assessment.ts'
import { registerIn } from '../sync/clock-terms.ts'
import { readRow } from '../sync/read-row.ts'
import { field, rowsById, storedRows, unitNames } from './stored-rows.ts'

/** Claims of the city in some states, those that were taken in first at the top. */
export async function cityClaims(db: Db, asked: z.output<typeof claimsQuery>): Promise<CityAnswer<'claims'>> {
  const { unit = null, states, waiting, offset, limit } = asked
  const inStates = states ? sql<boolean>`${field('state')} IN (${sql.join(states)})` : sql<boolean>`true`
  const where = waiting ? sql<boolean>`${inStates} AND ${forASupervisor}` : inStates
  const order = sql`("row"::jsonb -> 'happenings' -> 0 ->> 'at')`
  const { total, rows } = await storedRows(db, 'claim', { scope: unit, where, order, offset, limit })
  const applications = await rowsById(
    db,
    'application',
    rows.map(({ applicationId }) => applicationId),
  )
  const nameOf = await unitNames(
    db,
    rows.map(({ scope }) => scope),
  )
  const claims = rows.map((claim) => told(claim, applications.get(claim.applicationId) ?? null, nameOf(claim.scope)))
  return { total, claims }
}

/** Of those with an open case, every one: the money may have left already. */
const forASupervisor = sql<boolean>`(${field('state')} IN ('checked', 'approved') OR ${field('caseId')} IS NOT NULL)`

function told(claim: Claim, application: Application | null, unitName: string): CityAnswer<'claims'>['claims'][number] {
  const taken = standingTaking(claim)
  return {
    claimId: claim.id,
    applicationId: claim.applicationId,
    scope: claim.scope,
    unitName,
    state: claim.state,
    kitirNumber: application?.kitirNumber ?? null,
    applicantName: application?.applicantName ?? null,
    service: application?.service ?? null,
    takenBy: claim.takenBy,
    takenByName: taken?.staffName ?? null,
    takenAt: taken?.at ?? null,
    outcome: claim.assessment?.outcome ?? null,
    amount: claim.amount ?? claim.assessment?.amount ?? 0,
    days: claim.assessment?.days ?? 0,
    flags: [...claim.flags],
    caseId: claim.caseId,
  }
}

/** One claim with all that a decision about it is made from. Throws 404. */
export async function cityClaim({ db, region, now }: Centre, id: string): Promise<CityAnswer<'claim'>> {
  const claim = await readRow(db, 'claim', id)
  if (!claim) throw notFound()
  const application = await readRow(db, 'application', claim.applicationId)
  const found = application && (await assessedAt(db, region, application, await registerIn(db), instantOf(now())))
  return {
    claim: told(claim, application, (await unitNames(db, [claim.scope]))(claim.scope)),
    claimant: claimantOf(claim),
    cause: claim.cause,
    application: application && found && claimFactsOf(application, found),
    checkedAs: claim.assessment && shown(claim.assessment),
    now: found && shown(found.assessment),
    openCase: await openCaseOf(db, claim),
    history: historyOf(claim),
  }
}

const shown = ({ outcome, reasons, amount, days }: NonNullable<Claim['assessment']>) => ({
  outcome,
  reasons: reasons.map(({ code, values }) => ({ code, values: { ...values } })),
  amount,
  days,
})

async function openCaseOf(db: Db, claim: Claim): Promise<CityAnswer<'claim'>['openCase']> {
  if (claim.caseId === null) return null
  const file = await readRow(db, 'claim-case', claimCaseIdOf(claim.applicationId))
  const openedAt = file?.openedAt ?? claim.happenings.at(-1)?.at ?? ''
  return { openedAt, reasons: [...(file?.reasons ?? claim.flags)], payments: paymentsOf(claim) }
}
