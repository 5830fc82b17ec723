import { expect, test } from 'vitest'
import type { Application } from '../application/application.ts'
import { wib } from '../office-calendar/testing/a-calendar.ts'
import { clockFactsOf } from './facts-of.ts'
import { anIncident } from './testing/an-application.ts'

const anApplication = (more: Partial<Application> = {}): Application => ({
  id: 'a-1',
  scope: '3578071004',
  kitirNumber: 'KNG-2611-048201',
  kitirCode: 'https://klampid.example/k/a',
  service: 'KTP-ULANG',
  status: 'ANTRE_CETAK',
  applicantName: 'Dewi Lestari',
  applicantNik: '3578015204900001',
  submittedAt: wib('2026-11-24 08:40'),
  acceptedAt: wib('2026-11-24 09:00'),
  dueAt: null,
  fulfilledAt: null,
  collectionUnit: '3578071004',
  ...more,
})
const facts = {
  service: 'KTP-ULANG',
  filedAt: wib('2026-11-24 08:40'),
  acceptedAt: wib('2026-11-24 09:00'),
  fulfilledAt: null,
  cancelledAt: null,
  returns: [],
  incidents: [],
  grounds: [],
}

test('a row of an older centre says nothing of returns and grounds: then there are none', () => {
  expect(clockFactsOf(anApplication(), [])).toEqual(facts)
})

test('what the row says counts, and of the register what struck its unit and its service', () => {
  const returns = [{ from: wib('2026-11-24 10:00'), to: wib('2026-11-24 11:00') }]
  const told = { filedAt: wib('2026-11-24 08:00'), returns, grounds: ['force-majeure' as const] }
  const here = anIncident(wib('2026-11-24 13:00'), null, { units: ['3578071004'] })
  const elsewhere = anIncident(wib('2026-11-24 13:00'), null, { id: 'i-2', units: ['3578101003'] })
  expect(clockFactsOf(anApplication(told), [here, elsewhere])).toEqual({ ...facts, ...told, incidents: [here] })
})

test('where only the status tells of it, an application for repair stands and a rejected one runs no more', () => {
  expect(clockFactsOf(anApplication({ status: 'PERBAIKAN' }), []).returns).toEqual([
    { from: wib('2026-11-24 09:00'), to: null },
  ])
  expect(clockFactsOf(anApplication({ status: 'DITOLAK' }), []).cancelledAt).toBe(wib('2026-11-24 09:00'))
})
