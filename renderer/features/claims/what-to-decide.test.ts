import { expect, test } from 'vitest'
import type { ClaimView } from '#shared/contract/engine/claims.ts'
import { approvalOf, checkIsOld } from './what-to-decide.ts'

type Assessment = ClaimView['now']
const found = (outcome: Assessment['outcome'], amount = 50_000): Assessment => ({
  outcome,
  reasons: [],
  amount: outcome === 'not-eligible' ? 0 : amount,
  days: 1,
})
const claim = (checkedAs: Assessment, now: Assessment) => ({
  state: 'checked' as const,
  openCase: null,
  checkedAs,
  now,
})
const both = (checkedAs: Assessment, now: Assessment) => [
  checkIsOld(claim(checkedAs, now)),
  approvalOf(claim(checkedAs, now)),
]

test('what the check found still holds: approved at once, or with a reason where an outage is in it', () => {
  expect(both(found('eligible'), found('eligible'))).toEqual([false, 'at-once'])
  expect(both(found('needs-supervisor'), found('needs-supervisor'))).toEqual([false, 'with-reason'])
  expect(both(found('not-eligible'), found('not-eligible'))).toEqual([false, null])
})

test('an outage since the check asks for a reason; another amount, or nothing due any more, for another check', () => {
  expect(both(found('eligible'), found('needs-supervisor'))).toEqual([true, 'with-reason'])
  expect(both(found('eligible'), found('eligible', 100_000))).toEqual([true, null])
  expect(both(found('eligible'), found('not-eligible'))).toEqual([true, null])
  expect(both(found('not-eligible'), found('eligible'))).toEqual([true, null])
})
