import { expect, test } from 'vitest'
import { nationOf } from './nation.ts'
import type { Summary } from './summary.ts'

/** A stage in which every act cost `act` ms and every device and minute `device` ms. */
const aStage = (name: string, devices: number, acts: number, cost: { act: number; device: number }): Summary => ({
  ...{ name, devices, seconds: 60, acts, actsPerSecond: acts / 60, requestsPerSecond: 0, errors: 0 },
  ...{ push: nothing, act: nothing, serverCores: 0, postgresCores: 0, driverCores: 0 },
  cpuMsPerAct: (acts * cost.act + devices * cost.device) / acts,
  cpuMsPerDeviceMinute: (acts * cost.act + devices * cost.device) / devices,
  ...{
    rssMiB: 0,
    rssMiBPerMinute: 0,
    liveMiB: 0,
    liveMiBPerMinute: 0,
    connections: 0,
    walBytesPerAct: 10_000,
    databaseBytesPerAct: 12_000,
  },
  ...{ bytesPerHandOver: 8_000, cpuMsPerArrival: 20, bytesPerIdlePoll: 1_000 },
})
const aGrowth = (changes: number) => ({ postgres: { tables: { changes } } })
const nothing = { count: 0, p50: 0, p95: 0, p99: 0, max: 0 }

test('what an act costs and what a device costs that waits are told apart, and carried to the nation', () => {
  const cost = { act: 12, device: 6 }
  const summaries = [aStage('morning', 245, 36, cost), aStage('peak', 2000, 3600, cost)]
  const stages = [aGrowth(0), aGrowth(3600 * 4000)]
  const nation = nationOf({ summaries, stages })
  expect(nation?.msPerAct).toBeCloseTo(12)
  expect(nation?.msPerIdleDeviceMinute).toBeCloseTo(6)
  expect(nation?.coresOfActs).toBeCloseTo((56 * 12) / 1000)
  expect(nation?.coresOfDevices).toBeCloseTo((95_000 * 6) / 60_000)
  // Changes are kept for 30 days, the rest for ever.
  expect(nation?.gbPerYear).toBeCloseTo(((8_000 + (4_000 * 30) / 365) * 500_000 * 300) / 1e9)
})

test('without the morning there is one equation for two costs: nothing is said of the nation', () => {
  const summaries = [aStage('peak', 2000, 3600, { act: 1, device: 1 })]
  expect(nationOf({ summaries, stages: [aGrowth(0)] })).toBeNull()
})
