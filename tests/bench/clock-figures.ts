import { OfficePlan } from '#shared/domain/office-calendar/office-plan.ts'
import { unitCalendar } from '#shared/domain/office-calendar/unit-calendar.ts'
import type { RegionPack } from '#shared/domain/region/region-pack.ts'
import type { ClockFacts } from '#shared/domain/service-clock/clock-facts.ts'
import { serviceClock } from '#shared/domain/service-clock/service-clock.ts'
import { anApplication, anIncident } from '#shared/domain/service-clock/testing/an-application.ts'
import regionFile from '../../resources/regions/surabaya.json' with { type: 'json' }
import { against, type Figure, median } from './figures.ts'

const applications = 100_000
const region = regionFile as RegionPack
const kelurahan = { scope: '3578071004', kind: 'kelurahan', zone: 'Asia/Jakarta' } as const
const now = '2026-11-24T02:14:00.000Z'
const minuteMs = 60_000

/** The 1x24 h promise of everything a large office has, worked out anew as after a holiday was added: the plan of the calendar included. */
export function clockFigures(): readonly Figure[] {
  const all = Array.from({ length: applications }, (_, number) => madeUp(number))
  const times: number[] = []
  for (let run = 0; run < 12; run++) {
    const started = performance.now()
    const terms = { rules: region.promise, plan: new OfficePlan(unitCalendar(kelurahan, region)) }
    let late = 0
    for (const facts of all) if (serviceClock(facts, terms, now).state === 'late') late++
    if (run >= 2) times.push(performance.now() - started)
    if (late === 0 || late === applications) throw new Error('the made-up applications are all alike')
  }
  return [against({ name: `clock of ${applications} applications`, value: median(times), unit: 'ms' }, '<', 200)]
}

/** Filed over the last ten months at any hour; most are ready, some were returned once, some were struck by an outage. */
function madeUp(number: number): ClockFacts {
  const accepted = Date.parse(now) - ((number * 7919) % 432_000) * minuteMs
  const after = (minutes: number) => new Date(accepted + minutes * minuteMs).toISOString()
  return anApplication({
    filedAt: after(-30),
    acceptedAt: after(0),
    fulfilledAt: number % 10 === 0 ? null : after(60 + (number % 4000)),
    returns: number % 7 === 0 ? [{ from: after(45), to: after(300) }] : [],
    incidents: number % 11 === 0 ? [anIncident(after(100), after(220))] : [],
  })
}
