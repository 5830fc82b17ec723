import type { Summary } from './summary.ts'

/** What is assumed of the nation; the paper says where each comes from. */
export const assumed = {
  devices: 95_000,
  peakActsPerSecond: 56,
  actsPerDay: 500_000,
  daysPerYear: 300,
  /** Everybody of the largest zone (WIB) comes within half an hour. */
  largestZone: 0.57,
  morningSeconds: 1800,
  /** A device keeps one stream of pokes and one connection open. */
  connectionsPerDevice: 2,
  devicesPerProcess: 10_000,
  poolPerProcess: 21,
  foldedAfterDays: 30,
  /** Hand-overs with a photo of the collector or a letter, and its size. */
  photoShare: 0.06,
  photoBytes: 150_000,
  headroom: 3,
  usdPerCoreMonth: 30,
  usdPerGbMonth: 0.12,
  rupiahPerUsd: 16_500,
} as const

export interface Nation {
  readonly msPerAct: number
  readonly msPerIdleDeviceMinute: number
  readonly msPerArrival: number
  readonly coresOfActs: number
  readonly coresOfDevices: number
  readonly coresOfMorning: number
  readonly coresWithHeadroom: number
  readonly processes: number
  readonly deviceConnections: number
  readonly databaseConnections: number
  readonly gbPerYear: number
  readonly gbOfPhotosPerYear: number
  readonly walGbPerDay: number
  readonly peakMbitPerSecond: number
  readonly usdPerMonth: number
}

/** Two stages with few and with many acts tell what an act costs and what a device costs that only waits: two equations. */
function costs(quiet: Summary, busy: Summary) {
  const of = ({ cpuMsPerDeviceMinute, devices, seconds, acts }: Summary) => ({
    ms: (cpuMsPerDeviceMinute * devices * seconds) / 60,
    minutes: (devices * seconds) / 60,
    acts,
  })
  const [a, b] = [of(quiet), of(busy)]
  const msPerAct = (b.ms * a.minutes - a.ms * b.minutes) / (b.acts * a.minutes - a.acts * b.minutes)
  return { msPerAct, msPerIdleDeviceMinute: Math.max(0, (a.ms - msPerAct * a.acts) / a.minutes) }
}

/** What of a report is carried: its summaries, and how many bytes each table grew by in each stage. */
interface Told {
  readonly summaries: readonly Summary[]
  readonly stages: readonly { readonly postgres: { readonly tables: Readonly<Record<string, number>> } }[]
}

/** The measured costs of the peak and of the quiet stage carried to the nation; null where one of the two was not played. */
export function nationOf({ summaries, stages }: Told): Nation | null {
  const [quiet, busy, stage] = [
    summaries.find(({ name }) => name.startsWith('morning')),
    summaries.at(-1),
    stages.at(-1),
  ]
  if (!quiet || !busy || !stage || quiet === busy) return null
  const { msPerAct, msPerIdleDeviceMinute } = costs(quiet, busy)
  const { devices, peakActsPerSecond, actsPerDay, daysPerYear } = assumed
  const coresOfActs = (peakActsPerSecond * msPerAct) / 1000
  const coresOfDevices = (devices * msPerIdleDeviceMinute) / 60_000
  const coresOfMorning = (((devices * assumed.largestZone) / assumed.morningSeconds) * busy.cpuMsPerArrival) / 1000
  const coresWithHeadroom = Math.ceil((coresOfActs + coresOfDevices + coresOfMorning) * assumed.headroom)
  const processes = Math.max(Math.ceil(devices / assumed.devicesPerProcess), 2)
  const folded = (stage.postgres.tables.changes ?? 0) / busy.acts
  const keptPerAct = busy.databaseBytesPerAct - folded * (1 - assumed.foldedAfterDays / 365)
  const gbPerYear = (keptPerAct * actsPerDay * daysPerYear) / 1e9
  const gbOfPhotosPerYear = (actsPerDay / 5) * daysPerYear * assumed.photoShare * assumed.photoBytes * 1e-9
  const idleBytes = busy.bytesPerIdlePoll * (devices / 60)
  return {
    ...{ msPerAct, msPerIdleDeviceMinute, msPerArrival: busy.cpuMsPerArrival },
    ...{ coresOfActs, coresOfDevices, coresOfMorning, coresWithHeadroom, processes, gbPerYear, gbOfPhotosPerYear },
    deviceConnections: devices * assumed.connectionsPerDevice,
    databaseConnections: processes * assumed.poolPerProcess,
    walGbPerDay: (busy.walBytesPerAct * actsPerDay) / 1e9,
    peakMbitPerSecond: ((busy.bytesPerHandOver * peakActsPerSecond + idleBytes) * 8) / 1e6,
    // Twice: a second machine of each takes over.
    usdPerMonth:
      2 * (coresWithHeadroom * assumed.usdPerCoreMonth + (gbPerYear + gbOfPhotosPerYear) * assumed.usdPerGbMonth),
  }
}
