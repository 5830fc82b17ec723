import { type AfterClaim, applyClaim, type BeforeClaim } from '../apply-claim.ts'
import type { ClaimAssessment } from '../assess-claim.ts'
import type { Claim, ClaimHappening } from '../claim.ts'

export const eligible: ClaimAssessment = { outcome: 'eligible', reasons: [], amount: 50_000, days: 1 }

/** Checked before the due time had passed. */
export const early: ClaimAssessment = {
  outcome: 'not-eligible',
  reasons: [{ code: 'not-late', values: { dueAt: '2026-11-26T04:00:00.000Z' } }],
  amount: 0,
  days: 0,
}

const act = (id: string, staffId: string, claimId = 'c-1') => ({
  id,
  claimId,
  applicationId: 'a-1',
  at: '2026-11-26T03:00:00.000Z',
  staffId,
  staffName: staffId,
  staffCode: staffId,
  deviceCode: '02',
})

/** Happenings of a claim, each by somebody; `id` tells them apart. */
export const happened = {
  taken: (staffId: string, id = 'taken', claimId = 'c-1'): ClaimHappening => ({
    ...act(id, staffId, claimId),
    kind: 'taken',
    claimant: { name: 'Dewi', relation: 'self' },
    complaintId: null,
  }),
  checked: (staffId: string, id = 'checked', assessment = eligible): ClaimHappening => ({
    ...act(id, staffId),
    kind: 'checked',
    assessment,
    cause: 'print-queue',
  }),
  approved: (staffId: string, id = 'approved', amount = 50_000): ClaimHappening => ({
    ...act(id, staffId),
    kind: 'approved',
    amount,
    reason: null,
  }),
  rejected: (staffId: string, id = 'rejected'): ClaimHappening => ({
    ...act(id, staffId),
    kind: 'rejected',
    reason: 'tidak terlambat',
  }),
  ordered: (staffId: string, id = 'ordered'): ClaimHappening => ({ ...act(id, staffId), kind: 'payment-ordered' }),
  paid: (staffId: string, id = 'paid', amount = 50_000): ClaimHappening => ({
    ...act(id, staffId),
    kind: 'paid',
    amount,
    method: 'cash',
    receiptNumber: `0001/KWT/${id}`,
    signature: '0'.repeat(64),
  }),
  incident: (id = 'incident'): ClaimHappening => ({
    ...act(id, 'centre'),
    kind: 'incident-registered',
    incidentId: 'i-1',
  }),
  settled: (outcome: 'stands' | 'check-anew', id = 'settled'): ClaimHappening => ({
    ...act(id, 'head'),
    kind: 'case-settled',
    outcome,
    reason: 'sudah diperiksa',
  }),
}

const nothing: BeforeClaim = { claim: null, openCase: null }

/** One happening more, as a store would apply it. */
export function oneMore(before: BeforeClaim, happening: ClaimHappening): AfterClaim {
  return applyClaim(before, happening, {
    scope: '3578071004',
    acceptedAt: null,
    caseId: `case-of-${happening.id}`,
    permitted: true,
    applicationKnown: true,
  })
}

/** What a store holds after these happenings in this order, with the verdict of each. */
export function afterAll(happenings: readonly ClaimHappening[]) {
  let state = nothing
  const outcomes: [string, string | null][] = []
  for (const happening of happenings) {
    const after = oneMore(state, happening)
    outcomes.push([after.verdict, after.code])
    state = { claim: after.claim, openCase: after.case?.state === 'open' ? after.case : null }
  }
  return { ...state, outcomes }
}

/** The claim after these happenings. Throws when there were none. */
export function claimAfter(...happenings: readonly ClaimHappening[]): Claim {
  const { claim } = afterAll(happenings)
  if (claim === null) throw new Error('nothing happened')
  return claim
}
