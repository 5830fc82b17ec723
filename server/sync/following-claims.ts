import { entities } from '#shared/contract/sync/rows.ts'
import { type Act, ruleOf } from '#shared/domain/act/acts.ts'
import { type RowChange, RowSet } from '#shared/domain/act/row-set.ts'
import type { Application } from '#shared/domain/application/application.ts'
import type { ClaimAssessment } from '#shared/domain/claim/assess-claim.ts'
import type { Claim, ClaimHappening } from '#shared/domain/claim/claim.ts'
import { claimCaseIdOf, claimOutcome } from '#shared/domain/claim/claim-rules.ts'
import type { Incident } from '#shared/domain/incident/incident.ts'
import type { DoneBy } from '#shared/domain/movement/movement.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { Db } from '../database/open-database.ts'
import type { Acceptance } from './acceptance.ts'
import { assessBy } from './claim-assessment.ts'
import { clockTerms, registerIn, type TermsOf } from './clock-terms.ts'
import { inParts } from './in-parts.ts'
import { readRow } from './read-row.ts'

/** Where and when claims are looked at again. */
export type Looking = Pick<Acceptance, 'trx' | 'region' | 'at'>

/**
 * Claims that the register finds otherwise since an incident was registered, ended or withdrawn: one that was checked is checked anew, one that was decided
 * or paid becomes a case and is not changed. To be asked before the incident is written; its caller holds the locks of all scopes that it struck.
 */
export async function followingClaims(
  acceptance: Acceptance,
  act: Act,
  changed: readonly RowChange[],
): Promise<RowChange[]> {
  const following: RowChange[] = []
  for (const incident of changed.flatMap(({ entity, row }) => (entity === 'incident' ? [row as Incident] : []))) {
    const happened = {
      ...doneBy(act.payload as DoneBy & Act['payload']),
      kind: 'incident-registered',
      incidentId: incident.id,
    } as const
    for (const claim of await claimsStruck(acceptance, incident))
      following.push(...(await reopened(acceptance, claim, `${ruleOf(act).id(act.payload)}:${claim.id}`, happened)))
  }
  return following
}

async function claimsStruck(looking: Looking, incident: Incident): Promise<readonly Claim[]> {
  const register = await registerIn(looking.trx)
  const others = register.filter(({ id }) => id !== incident.id)
  const known = register.find(({ id }) => id === incident.id)
  const ends = [incident, ...(known ? [known] : [])].map(({ to }) => to ?? looking.at)
  const claimed = await claimedIn(looking, incident.units, {
    from: incident.from,
    to: ends.toSorted().at(-1) ?? looking.at,
  })
  return foundOtherwise(foundNow(looking, claimed, register), foundNow(looking, claimed, [...others, incident]))
}

/** A claim and what of its assessment a decision hangs on. */
interface Found {
  readonly claim: Claim
  readonly gist: string
}

/** Claims that somebody looked at, each with its application, and the terms by which they are looked at again. */
interface Claimed {
  readonly pairs: readonly { readonly claim: Claim; readonly application: Application }[]
  readonly termsOf: TermsOf
}

/**
 * Claims of these units (null: of all) about applications whose promise may have run within the span (null: ever). One that nobody looked at yet will be
 * checked by what holds then anyway.
 */
export async function claimedIn(
  { trx, region }: Looking,
  scopes: readonly string[] | null,
  span: { readonly from: Instant; readonly to: Instant } | null,
): Promise<Claimed> {
  const termsOf = await clockTerms(trx, region, scopes)
  if (scopes?.length === 0) return { pairs: [], termsOf }
  const claims = await trx
    .selectFrom('rows')
    .select('row')
    .where('entity', '=', 'claim')
    .where('state', '<>', 'received')
    .where('row', 'is not', null)
    .$if(scopes !== null, (query) => query.where('scope', 'in', scopes ?? []))
    .orderBy('scope')
    .orderBy('id')
    .execute()
  const claimed = claims.map(({ row }) => JSON.parse(row ?? '') as Claim)
  const applications = await applicationsOf(trx, claimed, span?.from ?? null)
  const pairs = claimed.flatMap((claim) => {
    const application = applications.get(claim.applicationId)
    return application ? [{ claim: entities.claim.parse(claim), application }] : []
  })
  return { pairs: pairs.filter(({ application }) => span === null || beganBefore(application, span.to)), termsOf }
}

/** By their ids; `since` null: whenever they ended. They may lie in other units than their claims, so they are read by themselves. */
async function applicationsOf(trx: Db, claims: readonly Claim[], since: Instant | null) {
  const ids = [...new Set(claims.map(({ applicationId }) => applicationId))]
  const found = await inParts(ids, (part) =>
    trx
      .selectFrom('rows')
      .select(['id', 'row'])
      .where('entity', '=', 'application')
      .where('id', 'in', part)
      .where('row', 'is not', null)
      .$if(since !== null, (query) =>
        query.where((where) => where.or([where('ended_at', 'is', null), where('ended_at', '>', since ?? '')])),
      )
      .execute(),
  )
  return new Map(found.map(({ id, row }) => [id, entities.application.parse(JSON.parse(row ?? ''))]))
}

const beganBefore = ({ filedAt, submittedAt, earlier = [] }: Application, at: Instant): boolean =>
  [filedAt ?? submittedAt, ...earlier.map(({ acceptedAt }) => acceptedAt ?? submittedAt)].some((began) => began < at)

/** What the rules find of each of these claims by that register. */
export const foundNow = (
  { region, at }: Looking,
  { pairs, termsOf }: Claimed,
  register: readonly Incident[],
): ReadonlyMap<string, Found> =>
  new Map(
    pairs.map(({ claim, application }) => {
      const terms = termsOf(application.collectionUnit)
      return [claim.id, { claim, gist: gistOf(assessBy(terms, region, application, register, at).assessment) }]
    }),
  )

export const foundOtherwise = (
  before: ReadonlyMap<string, Found>,
  after: ReadonlyMap<string, Found>,
): readonly Claim[] =>
  [...after.values()].filter(({ claim, gist }) => before.get(claim.id)?.gist !== gist).map(({ claim }) => claim)

/** Not by how many minutes it was late. */
const gistOf = ({ outcome, amount, reasons }: ClaimAssessment) =>
  JSON.stringify([outcome, amount, reasons.map(({ code, values }) => [code, values.incidentId, values.ground])])

type Without<T> = T extends unknown ? Omit<T, 'id' | 'claimId' | 'applicationId'> : never
/** What the centre itself notes of a claim. */
type Happened = Without<Extract<ClaimHappening, { kind: 'incident-registered' | 'calendar-changed' }>>

/** The rows of a claim about which the centre notes this; `id` of the happening. */
export async function reopened({ trx, at }: Looking, claim: Claim, id: string, happened: Happened) {
  const rows = new RowSet()
  rows.put({ entity: 'claim', id: claim.id, row: claim })
  const caseId = claimCaseIdOf(claim.applicationId)
  const file = await readRow(trx, 'claim-case', caseId)
  if (file) rows.put({ entity: 'claim-case', id: caseId, row: file })
  const happening: ClaimHappening = { ...happened, id, claimId: claim.id, applicationId: claim.applicationId }
  const seen = { scope: claim.scope, deviceId: '', acceptedAt: at, permitted: true, flags: [], caseId }
  return claimOutcome(rows, happening, seen).changed
}

const doneBy = ({ at, staffId, staffName, staffCode, deviceCode }: DoneBy): DoneBy => ({
  at,
  staffId,
  staffName,
  staffCode,
  deviceCode,
})
