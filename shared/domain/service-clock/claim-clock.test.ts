import { expect, test } from 'vitest'
import type { Application } from '../application/application.ts'
import { wib } from '../office-calendar/testing/a-calendar.ts'
import { applicationClock, claimClock } from './application-clock.ts'
import { terms } from './testing/an-application.ts'

const now = wib('2026-11-27 09:30')
/** Accepted on Tuesday at nine; seen to be wrong on Friday at nine. */
const wrong = (fulfilledAt: string): Application => ({
  id: 'a-1',
  scope: '3578071004',
  kitirNumber: 'KNG-2611-048201',
  kitirCode: 'https://klampid.example/k/a',
  service: 'KTP-ULANG',
  status: 'PERBAIKAN',
  applicantName: 'Dewi Lestari',
  applicantNik: '3578015204900001',
  submittedAt: wib('2026-11-24 08:40'),
  acceptedAt: wib('2026-11-27 09:00'),
  dueAt: null,
  fulfilledAt: null,
  returns: [],
  earlier: [{ acceptedAt: wib('2026-11-24 09:00'), dueAt: null, fulfilledAt, until: wib('2026-11-27 09:00') }],
  collectionUnit: '3578071004',
})

test('a promise that was late before the card was seen to be wrong can still be claimed, one that was kept cannot', () => {
  const late = wrong(wib('2026-11-26 10:00'))
  expect(applicationClock(late, [], terms(), now).clock.state).toBe('running')
  expect(claimClock(late, [], terms(), now)).toMatchObject({
    clock: { state: 'late', dueAt: wib('2026-11-25 09:00') },
    facts: { acceptedAt: wib('2026-11-24 09:00'), fulfilledAt: wib('2026-11-26 10:00') },
  })
  expect(claimClock(wrong(wib('2026-11-25 08:00')), [], terms(), now).clock.state).toBe('running')
})
