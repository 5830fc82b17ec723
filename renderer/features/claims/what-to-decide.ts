import type { ClaimView } from '#shared/contract/engine/claims.ts'

type Found = Pick<ClaimView, 'state' | 'checkedAs' | 'now' | 'openCase'>

/** Since the check the register, the calendar or the clock says something else. */
export const checkIsOld = ({ state, checkedAs, now, openCase }: Found): boolean =>
  state === 'checked' &&
  openCase === null &&
  checkedAs !== null &&
  (now.outcome !== checkedAs.outcome || now.amount !== checkedAs.amount)

/**
 * How a checked claim may be approved: at once, with a reason where by the check or by now an outage is in it, or not at all, because nothing is due or
 * because the amount must be worked out anew first.
 */
export function approvalOf({ checkedAs, now }: Found): 'at-once' | 'with-reason' | null {
  if (checkedAs === null || checkedAs.amount !== now.amount) return null
  const outcomes = [checkedAs.outcome, now.outcome]
  if (outcomes.includes('not-eligible')) return null
  return outcomes.includes('needs-supervisor') ? 'with-reason' : 'at-once'
}
