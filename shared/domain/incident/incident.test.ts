import { expect, test } from 'vitest'
import { anIncident } from '../service-clock/testing/an-application.ts'
import { incidentsOf } from './incident.ts'

const at = '2026-11-24T02:00:00.000Z'
const reprint = { service: 'KTP-ULANG', unit: '3578071004' }

test('an incident strikes the units and services it names, all where it names none', () => {
  const everywhere = anIncident(at, null, { id: 'all' })
  const blanks = anIncident(at, null, { id: 'blanks', kind: 'no-blanks', services: ['KTP-ULANG', 'KTP-PINDAH'] })
  const elsewhere = anIncident(at, null, { id: 'elsewhere', units: ['3578071005'] })
  const register = [everywhere, blanks, elsewhere]
  expect(incidentsOf(register, reprint)).toEqual([everywhere, blanks])
  expect(incidentsOf(register, { ...reprint, service: 'KIA' })).toEqual([everywhere])
})

test('an incident that was withdrawn strikes nobody', () => {
  expect(incidentsOf([anIncident(at, null, { withdrawnAt: at })], reprint)).toEqual([])
})
