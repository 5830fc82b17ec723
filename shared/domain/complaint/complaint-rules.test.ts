import { expect, test } from 'vitest'
import type { Act } from '../act/acts.ts'
import { applyAct } from '../act/acts.ts'
import { RowSet } from '../act/row-set.ts'
import type { Seen } from '../act/rule.ts'
import type { Complaint, ComplaintFiled } from './complaint.ts'

const by = (staffId: string, at = '2026-11-24T02:00:00.000Z') => ({
  at,
  staffId,
  staffName: staffId,
  staffCode: `X-${staffId}`,
  deviceCode: '02',
})
const seen: Seen = {
  scope: '3578071004',
  deviceId: 'd-1',
  acceptedAt: '2026-11-24T02:01:00.000Z',
  permitted: true,
  flags: [],
  caseId: 'case-1',
}
const told: ComplaintFiled = {
  complaintId: 'q-1',
  applicationId: 'a-1',
  kitirNumber: 'KNG-2611-048201',
  number: '0001/KMP/3578071004-02/2026',
  complainant: { name: 'Dewi Lestari', kind: 'self' },
  subject: 'late',
  text: 'Sudah tiga hari belum jadi.',
  deadline: null,
  offline: true,
  ...by('rini'),
}
const filed: Act = { type: 'complaint.file', payload: told }
const answered = (answerId: string): Act => ({
  type: 'complaint.answer',
  payload: { answerId, complaintId: 'q-1', text: `Jawaban ${answerId}`, offline: false, ...by('hendra') },
})
const withdrawn: Act = {
  type: 'complaint.withdraw',
  payload: { withdrawId: 'w-1', complaintId: 'q-1', reason: 'Sudah jadi', offline: false, ...by('rini') },
}

function after(acts: readonly Act[], how: Partial<Seen> = {}) {
  const rows = new RowSet()
  const outcomes = acts.map((act) => applyAct(act, rows, { ...seen, ...how }))
  return { row: rows.get('complaint', 'q-1') as Complaint, outcomes }
}

test('a complaint is kept as it was taken, in the scope where it was taken, and open', () => {
  const { complaintId, offline: _, ...rest } = told
  expect(after([filed]).row).toEqual({
    ...rest,
    id: complaintId,
    scope: seen.scope,
    acceptedAt: seen.acceptedAt,
    state: 'open',
    answers: [],
    withdrawn: null,
    flags: [],
    acts: ['q-1'],
  })
})

test('two answers were both given: both stand, in their order, whatever comes twice', () => {
  const { row } = after([filed, answered('an-1'), filed, answered('an-2'), answered('an-1')])
  expect([row.state, row.answers.map(({ text }) => text)]).toEqual(['answered', ['Jawaban an-1', 'Jawaban an-2']])
})

test('a complaint that was taken back stays so, and an answer that came after it is kept', () => {
  const { row } = after([filed, withdrawn, answered('an-1')])
  expect([row.state, row.withdrawn?.reason, row.answers.length]).toEqual(['withdrawn', 'Sudah jadi', 1])
})

test('an answer to a complaint that nobody knows is no complaint; what a person might not do is flagged and kept', () => {
  const [outcome] = after([answered('an-1')]).outcomes
  expect(outcome).toMatchObject({ verdict: 'conflict', code: 'complaint-unknown', changed: [] })
  const { row, outcomes } = after([filed], { permitted: false })
  expect([row.flags, outcomes[0]?.verdict, outcomes[0]?.code]).toEqual([['not-permitted'], 'applied', 'not-permitted'])
})
