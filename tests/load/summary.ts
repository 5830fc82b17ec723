import type { Spread } from './meter.ts'
import type { StageResult } from './stage.ts'
import type { Sample } from './watch.ts'

/** What a stage costs, from its samples. */
export interface Summary {
  readonly name: string
  readonly devices: number
  readonly seconds: number
  readonly acts: number
  readonly actsPerSecond: number
  readonly requestsPerSecond: number
  readonly errors: number
  readonly push: Spread
  readonly act: Spread
  /** Cores in use: processor seconds a second. */
  readonly serverCores: number
  readonly postgresCores: number
  readonly driverCores: number
  /** Milliseconds of processor, server and PostgreSQL together. */
  readonly cpuMsPerAct: number
  readonly cpuMsPerDeviceMinute: number
  readonly rssMiB: number
  /** Of the server, in the second half of the stage. */
  readonly rssMiBPerMinute: number
  /** What it held after a full collection at the end, and how fast that grew. */
  readonly liveMiB: number
  readonly liveMiBPerMinute: number
  readonly connections: number
  readonly walBytesPerAct: number
  readonly databaseBytesPerAct: number
  readonly bytesPerHandOver: number
  /** Sign-in, first look and heartbeat of one device. */
  readonly cpuMsPerArrival: number
  readonly bytesPerIdlePoll: number
}

export function summaryOf(stage: StageResult): Summary {
  const { samples, acts, devices, steady, postgres } = stage
  const [first, last] = [samples[0], samples.at(-1)]
  if (!first || !last) throw new Error('nobody watched')
  const seconds = (last.at - first.at) / 1000
  const server = last.serverCpu - first.serverCpu
  const database = last.postgresCpu - first.postgresCpu
  const requests = Object.values(steady.kinds).reduce((sum, { count }) => sum + count, 0)
  const cpuMs = (server + database) * 1000
  return {
    ...{ name: stage.name, devices, seconds, acts, actsPerSecond: acts / stage.seconds },
    ...{ requestsPerSecond: requests / stage.seconds, errors: sum(Object.values(steady.errors)) },
    ...{ push: steady.kinds.push ?? nothing, act: steady.acts },
    ...{ serverCores: server / seconds, postgresCores: database / seconds },
    driverCores: (last.driverCpu - first.driverCpu) / seconds,
    ...{ cpuMsPerAct: cpuMs / Math.max(1, steady.acts.count), cpuMsPerDeviceMinute: cpuMs / devices / (seconds / 60) },
    ...{ rssMiB: last.serverRssBytes / 2 ** 20, rssMiBPerMinute: slopeOf(samples.slice(samples.length / 2)) },
    ...liveOf(stage, seconds),
    connections: Math.max(...samples.map(({ connections }) => connections)),
    ...{ walBytesPerAct: postgres.walBytes / acts, databaseBytesPerAct: postgres.databaseBytes / acts },
    bytesPerHandOver: bytesPerHandOver(stage),
    cpuMsPerArrival: (stage.arrivalCpu * 1000) / devices,
    bytesPerIdlePoll: bytesOf(stage.arrival.kinds.changes),
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
type Bytes = { readonly upBytes: number; readonly downBytes: number }
const nothing: Spread = { count: 0, p50: 0, p95: 0, p99: 0, max: 0 }

/** Command, its part of the audit chain, the signature and the rows that come back, both ways. */
function bytesPerHandOver({ steady: { kinds } }: StageResult): number {
  return sum([kinds.push, kinds.audit, kinds.blob, kinds.changes].map(bytesOf))
}

const bytesOf = (kind: Bytes | undefined) => (kind ? kind.upBytes + kind.downBytes : 0)

function liveOf({ live: [before, after] }: StageResult, seconds: number) {
  const mib = (bytes: number) => bytes / 2 ** 20
  return { liveMiB: mib(after), liveMiBPerMinute: mib(after - before) / (seconds / 60) }
}

/** Least squares, MiB a minute. */
function slopeOf(samples: readonly Sample[]): number {
  const points = samples.map(({ at, serverRssBytes }) => [at / 60_000, serverRssBytes / 2 ** 20] as const)
  const [meanX, meanY] = [0, 1].map((axis) => sum(points.map((point) => point[axis] ?? 0)) / points.length)
  const x = (point: readonly [number, number]) => point[0] - (meanX ?? 0)
  const above = sum(points.map((point) => x(point) * (point[1] - (meanY ?? 0))))
  return above / sum(points.map((point) => x(point) ** 2))
}
