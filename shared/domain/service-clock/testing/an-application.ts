import type { Incident } from '../../incident/incident.ts'
import { aPlan, wib } from '../../office-calendar/testing/a-calendar.ts'
import type { ClockFacts, ClockTerms } from '../clock-facts.ts'
import type { PromiseRules, ServiceStandard } from '../promise-rules.ts'

const card: ServiceStandard = {
  promisedWorkingDays: 1,
  excludedBy: null,
  fulfilledBy: 'ready-for-collection',
  formalWorkingDays: null,
}

export const rules: PromiseRules = {
  services: {
    'KTP-ULANG': card,
    KIA: { ...card, formalWorkingDays: 7 },
    'KTP-FOTO': { ...card, promisedWorkingDays: null, excludedBy: 'new-photo-or-signature' },
    'AK-KAWIN': { ...card, promisedWorkingDays: null, fulfilledBy: 'document-ready' },
  },
  dueSoonOfficeMinutes: 120,
  filedOutsideHours: 'next-opening',
  exclusions: ['recent-reprint', 'recorded-at-16', 'other-town-document'],
  reprintMonths: 6,
}

/** The kelurahan of `aCalendar` and the rules above, unless told otherwise. */
export const terms = (changes: Partial<ClockTerms> = {}): ClockTerms => ({ rules, plan: aPlan(), ...changes })

/** A reprint accepted on Tuesday 24 November 2026 at 09.00 and not ready yet. */
export const anApplication = (changes: Partial<ClockFacts> = {}): ClockFacts => ({
  service: 'KTP-ULANG',
  filedAt: wib('2026-11-24 08:40'),
  acceptedAt: wib('2026-11-24 09:00'),
  fulfilledAt: null,
  cancelledAt: null,
  returns: [],
  incidents: [],
  grounds: [],
  ...changes,
})

/** An outage of the centre's register that struck everybody. */
export const anIncident = (from: string, to: string | null, changes: Partial<Incident> = {}): Incident => ({
  id: 'i-1',
  scope: '3578',
  kind: 'outage',
  from,
  to,
  units: null,
  services: null,
  source: 'Surat Ditjen Dukcapil',
  registeredBy: 's-9',
  registeredAt: from,
  withdrawnAt: null,
  ...changes,
})
