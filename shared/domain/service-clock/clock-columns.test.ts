import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Application } from '../application/application.ts'
import type { Incident } from '../incident/incident.ts'
import { aPlan, dayOff, wib } from '../office-calendar/testing/a-calendar.ts'
import { clockColumns } from './clock-columns.ts'
import { clockFactsOf } from './facts-of.ts'
import { serviceClock } from './service-clock.ts'
import type { Return } from './stops.ts'
import { anIncident, terms } from './testing/an-application.ts'

const accepted = (acceptedAt: string, more: Partial<Application> = {}): Application => ({
  id: 'a-1',
  scope: '3578071004',
  kitirNumber: 'KNG-2611-000123',
  kitirCode: 'https://klampid.example/k/1',
  service: 'KTP-ULANG',
  status: 'ANTRE_CETAK',
  applicantName: 'Dewi',
  applicantNik: '3578015204900001',
  submittedAt: acceptedAt,
  acceptedAt,
  dueAt: null,
  fulfilledAt: null,
  collectionUnit: '3578071004',
  ...more,
})
const columns = (application: Application, register: readonly Incident[] = [], plan = aPlan()) =>
  clockColumns(application, { terms: terms({ plan }), register })

test('an outage that already runs when the clock starts stops it from its first moment', () => {
  const outage = anIncident(wib('2026-11-23 20:00'), null)
  expect(columns(accepted(wib('2026-11-23 22:00')), [outage])).toEqual({ clock: 'paused', dueAt: null })
  expect(columns(accepted(wib('2026-11-24 08:00')), [outage])).toEqual({ clock: 'paused', dueAt: null })
})

test('a stop without an end stands though a longer one that ended lay over its beginning', () => {
  const outage = anIncident(wib('2026-11-24 09:00'), wib('2026-11-24 12:00'))
  const returns = [{ from: wib('2026-11-24 10:00'), to: null }]
  expect(columns(accepted(wib('2026-11-24 08:00'), { returns }), [outage])).toEqual({ clock: 'paused', dueAt: null })
})

const minute = 60_000
const at = (n: number) => new Date(Date.parse(wib('2026-11-19 00:00')) + n * minute).toISOString()
const anyStop: fc.Arbitrary<Return> = fc
  .tuple(fc.nat({ max: 8 * 1440 }), fc.option(fc.nat({ max: 3000 }), { freq: 2 }))
  .map(([begins, length]) => ({ from: at(begins), to: length === null ? null : at(begins + length) }))

test('whatever stopped it, the columns say what the clock says at any time after all that is known', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(
      fc.record({
        acceptedAt: fc.nat({ max: 5 * 1440 }).map(at),
        fulfilledAt: fc.option(fc.nat({ max: 12 * 1440 }).map(at), { freq: 2 }),
        returns: fc.array(anyStop, { maxLength: 2 }),
        incidents: fc.array(anyStop, { maxLength: 2 }),
        holiday: fc.boolean(),
        later: fc.nat({ max: 20 * 1440 }),
      }),
      ({ acceptedAt, fulfilledAt, returns, incidents, holiday, later }) => {
        const plan = aPlan(holiday ? { exceptions: { '2026-11-23': dayOff('national-holiday', 'x') } } : {})
        const register = incidents.map(({ from, to }, n) => anIncident(from, to, { id: `i-${n}` }))
        const application = accepted(acceptedAt, { fulfilledAt, returns })
        const found = columns(application, register, plan)
        const known = [...returns, ...incidents].flatMap(({ from, to }) => [from, to ?? from])
        const start = plan.nextOpening(Date.parse(acceptedAt)) ?? 0
        const after = Math.max(start, ...known.map((one) => Date.parse(one))) + 1 + later * minute
        const clock = serviceClock(clockFactsOf(application, register), terms({ plan }), new Date(after).toISOString())
        expect(found.clock).toBe(clock.state === 'paused' ? 'paused' : 'timed')
        expect(found.dueAt).toBe(clock.state === 'paused' ? null : clock.dueAt)
        seen.add(found.clock)
      },
    ),
    { numRuns: 300 },
  )
  expect(seen).toEqual(new Set(['paused', 'timed']))
})
