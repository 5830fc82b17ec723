import type { RowChange, RowSet } from '../act/row-set.ts'
import type { Outcome, Rule, Seen } from '../act/rule.ts'
import { assertNever } from '../result.ts'
import { type AfterClaim, applyClaim, type BeforeClaim } from './apply-claim.ts'
import type { ClaimHappening } from './claim.ts'
import { type ClaimIntention, type ClaimRefusal, decideClaim } from './decide-claim.ts'

/** What was done with a claim at the counter: it happened, whoever likes it or not. */
export type ClaimNoted = Extract<ClaimHappening, { kind: 'taken' | 'checked' | 'paid' }>
/** What a supervisor decides: the centre may refuse it. */
export type ClaimDecided = Extract<
  ClaimHappening,
  { kind: 'approved' | 'rejected' | 'payment-ordered' | 'case-settled' }
>

/** An application has one claim, whichever desks take it: they meet in this row. */
export const claimIdOf = (applicationId: string): string => `claim:${applicationId}`
/** The one case of a claim; it is opened again when something else turns up. */
export const claimCaseIdOf = (applicationId: string): string => `claim-case:${applicationId}`

const subjects = ({ applicationId }: ClaimNoted | ClaimDecided) =>
  [
    { entity: 'claim', id: claimIdOf(applicationId) },
    { entity: 'claim-case', id: claimCaseIdOf(applicationId) },
    { entity: 'application', id: applicationId },
  ] as const

/** Flag of a place that knows every application and not this one. A device knows only those of its own scopes. */
export const applicationUnknown = 'application-unknown'

/** Taken, checked or paid. Never refused: a second payment, or one by the wrong person, is kept, flagged, and a case. */
export const claimNoteRule: Rule<ClaimNoted> = {
  kind: 'fact',
  id: ({ id }) => id,
  staffId: ({ staffId }) => staffId,
  at: ({ at }) => at,
  needs: subjects,
  apply: (rows, fact, seen): Outcome => claimOutcome(rows, fact, seen),
}

/** What the centre's own assessment of an approval may find, told as a flag of what it saw: the rule itself cannot read the register. */
export const approvalDoubts: readonly ClaimRefusal[] = ['not-eligible', 'amount-differs', 'reason-missing']

/** Approved, rejected, ordered to be paid, or its case settled. Asked of the centre: somebody else may have decided meanwhile. */
export const claimDecideRule: Rule<ClaimDecided> = {
  kind: 'intention',
  id: ({ id }) => id,
  staffId: ({ staffId }) => staffId,
  at: ({ at }) => at,
  needs: subjects,
  evidence: (rows, decided) => (decided.kind === 'case-settled' ? signaturesIn(rows, decided.applicationId) : []),
  apply: (rows, decided, seen): Outcome => {
    const code = refusalOf(rows, decided, seen)
    return code === null ? claimOutcome(rows, decided, seen) : { changed: [], verdict: 'refused', code, caseId: null }
  },
}

/** A case is not settled before what the citizens signed lies whole at the centre. */
const signaturesIn = (rows: RowSet, applicationId: string): readonly string[] =>
  (rows.get('claim', claimIdOf(applicationId))?.happenings ?? []).flatMap((one) =>
    one.kind === 'paid' && one.signature !== null ? [one.signature] : [],
  )

function refusalOf(rows: RowSet, decided: ClaimDecided, seen: Seen): string | null {
  if (!seen.permitted) return 'not-permitted'
  const { claim } = before(rows, decided.applicationId)
  const refusal = decideClaim(claim, intentionOf(decided), { staffId: decided.staffId, roles: ['supervisor'] })
  if (refusal !== null || decided.kind !== 'approved') return refusal
  return approvalDoubts.find((doubt) => seen.flags.includes(doubt)) ?? null
}

/** The intention behind a decision, as `decideClaim` judges it. */
export function intentionOf(decided: ClaimDecided): ClaimIntention {
  switch (decided.kind) {
    case 'approved':
      return { kind: 'approve', amount: decided.amount, reason: decided.reason }
    case 'rejected':
      return { kind: 'reject', reason: decided.reason }
    case 'payment-ordered':
      return { kind: 'order-payment' }
    case 'case-settled':
      return { kind: 'settle', reason: decided.reason }
    default:
      return assertNever(decided)
  }
}

/** What a happening makes of the claim's rows; also for what the centre itself notes (an incident). Never refuses. */
export function claimOutcome(rows: RowSet, happening: ClaimHappening, seen: Seen): Outcome {
  const { applicationId } = happening
  const was = before(rows, applicationId)
  const after = applyClaim(
    was,
    { ...happening, claimId: claimIdOf(applicationId) },
    {
      scope: was.claim?.scope ?? rows.get('application', applicationId)?.scope ?? seen.scope,
      acceptedAt: seen.acceptedAt,
      caseId: claimCaseIdOf(applicationId),
      permitted: seen.permitted,
      applicationKnown: !seen.flags.includes(applicationUnknown),
    },
  )
  const caseId = after.code === null ? null : (after.case?.id ?? null)
  return { changed: changedRows(was, after), verdict: after.verdict, code: after.code, caseId }
}

function before(rows: RowSet, applicationId: string): BeforeClaim {
  const file = rows.get('claim-case', claimCaseIdOf(applicationId))
  return { claim: rows.get('claim', claimIdOf(applicationId)), openCase: file?.state === 'open' ? file : null }
}

function changedRows(was: BeforeClaim, { claim, case: file }: AfterClaim): RowChange[] {
  const changed: RowChange[] = claim === was.claim ? [] : [{ entity: 'claim', id: claim.id, row: claim }]
  if (file !== null && file !== was.openCase) changed.push({ entity: 'claim-case', id: file.id, row: file })
  return changed
}
