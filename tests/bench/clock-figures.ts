import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Change } from '#shared/contract/sync/protocol.ts'
import type { Application } from '#shared/domain/application/application.ts'
import type { Incident } from '#shared/domain/incident/incident.ts'
import { OfficePlan } from '#shared/domain/office-calendar/office-plan.ts'
import { unitCalendar } from '#shared/domain/office-calendar/unit-calendar.ts'
import type { RegionPack } from '#shared/domain/region/region-pack.ts'
import { applicationClock } from '#shared/domain/service-clock/application-clock.ts'
import { anIncident } from '#shared/domain/service-clock/testing/an-application.ts'
import regionFile from '../../resources/regions/surabaya.json' with { type: 'json' }
import { temporaryFolder } from '../fixtures/temporary-folder.ts'
import { openBareStore, writeRows } from './bare-store.ts'
import { against, type Figure, median } from './figures.ts'

const applications = 100_000
const region = regionFile as RegionPack
const kelurahan = { scope: '3578071004', kind: 'kelurahan', zone: 'Asia/Jakarta' } as const
const now = '2026-11-24T02:14:00.000Z'
const minuteMs = 60_000

/** The 1x24 h promise of everything a large office has, worked out anew as after a holiday was added: in memory, and as the engine then does it. */
export async function clockFigures(): Promise<readonly Figure[]> {
  const all = Array.from({ length: applications }, (_, number) => madeUp(number))
  return [inMemory(all), ...(await afterAHoliday(all))]
}

/** From the rows and the register to how each stands, the plan of the calendar included. */
function inMemory(all: readonly Application[]): Figure {
  const times: number[] = []
  for (let run = 0; run < 12; run++) {
    const started = performance.now()
    const terms = { rules: region.promise, plan: new OfficePlan(unitCalendar(kelurahan, region)) }
    let late = 0
    for (const one of all) if (applicationClock(one, register, terms, now).clock.state === 'late') late++
    if (run >= 2) times.push(performance.now() - started)
    if (late === 0 || late === applications) throw new Error('the made-up applications are all alike')
  }
  return against({ name: `clock of ${applications} applications`, value: median(times), unit: 'ms' }, '<', 200)
}

/** What an engine does when the centre has sent a holiday: the columns of all applications in one transaction, in slices that let questions through. */
async function afterAHoliday(all: readonly Application[]): Promise<readonly Figure[]> {
  using place = temporaryFolder('bench-clock')
  const { store, rows } = await openBareStore(place.path)
  await writeRows(store, rows, changesOf(all))
  const holiday = { kind: 'national-holiday', name: 'Libur', hours: [], working: false } as const
  const calendar = unitCalendar(kelurahan, region)
  const row = { ...calendar, exceptions: { ...calendar.exceptions, '2026-11-17': holiday } }
  const { scope } = kelurahan
  const change = { scope, seq: 1, entity: 'office-calendar', id: scope, version: 1, row: { ...row } }
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const started = performance.now()
  await store.inTransaction((trx) => rows.apply(trx, [change], 1))
  const took = (performance.now() - started) / 1000
  delay.disable()
  await store.close()
  const name = `holiday for ${applications} applications`
  return [
    against({ name: `${name}: columns written`, value: took, unit: 's' }, '<', 10),
    against({ name: `${name}: engine blocked at most`, value: delay.max / 1e6, unit: 'ms' }, '<', 50),
  ]
}

function* changesOf(all: readonly Application[]): Generator<Change> {
  let seq = 0
  for (const row of [...all, ...register]) {
    const entity = 'kitirNumber' in row ? 'application' : 'incident'
    yield { scope: row.scope, seq: ++seq, entity, id: row.id, version: 1, row: { ...row } }
  }
}

/** Three outages in ten months, each of some hours, and one entry about another unit. */
const register: readonly Incident[] = [
  anIncident('2026-03-10T02:00:00.000Z', '2026-03-10T06:00:00.000Z', { id: 'i-1', scope: kelurahan.scope }),
  anIncident('2026-07-14T01:00:00.000Z', '2026-07-14T03:30:00.000Z', { id: 'i-2', scope: kelurahan.scope }),
  anIncident('2026-11-18T04:00:00.000Z', '2026-11-18T05:00:00.000Z', { id: 'i-3', scope: kelurahan.scope }),
  anIncident('2026-11-19T04:00:00.000Z', null, { id: 'i-4', scope: kelurahan.scope, units: ['3578101003'] }),
]

/** Filed over the last ten months at any hour; most are ready, some were returned once. */
function madeUp(number: number): Application {
  const accepted = Date.parse(now) - ((number * 7919) % 432_000) * minuteMs
  const after = (minutes: number) => new Date(accepted + minutes * minuteMs).toISOString()
  return {
    id: `a-${String(number).padStart(6, '0')}`,
    scope: kelurahan.scope,
    kitirNumber: `KNG-${String(number).padStart(6, '0')}`,
    kitirCode: `https://klampid.example/k/${number}`,
    service: 'KTP-ULANG',
    status: number % 10 === 0 ? 'ANTRE_CETAK' : 'SIAP_DIAMBIL',
    applicantName: `Warga Uji ${number}`,
    applicantNik: '3578015204900001',
    submittedAt: after(-30),
    acceptedAt: after(0),
    dueAt: null,
    fulfilledAt: number % 10 === 0 ? null : after(60 + (number % 4000)),
    returns: number % 7 === 0 ? [{ from: after(45), to: after(300) }] : [],
    collectionUnit: kelurahan.scope,
  }
}
