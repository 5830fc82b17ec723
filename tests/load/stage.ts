import { setTimeout as sleep } from 'node:timers/promises'
import type { OwnDatabase } from '../../server/testing/own-database.ts'
import type { LightDevice } from './light-device.ts'
import { liveBytes } from './live-memory.ts'
import { type Measured, Meter } from './meter.ts'
import { type PostgresGrowth, postgresGrowth, stateOfPostgres } from './postgres-growth.ts'
import { type ServerProcess, startServerProcess } from './server-process.ts'
import { type Sample, watch } from './watch.ts'

/** What is played. */
export interface StagePlan {
  readonly name: string
  /** Everybody comes within this time, and does these acts that waited. */
  readonly arriveSeconds: number
  readonly waitingActs: number
  readonly seconds: number
  /** Acts a second of all devices together. */
  readonly rate: number
}

export interface StageResult extends StagePlan {
  readonly devices: number
  readonly arrival: Measured
  readonly steady: Measured
  /** Acts done in the steady part. */
  readonly acts: number
  /** Seconds of processor, server and PostgreSQL together, until all had arrived. */
  readonly arrivalCpu: number
  /** Of the steady part. */
  readonly samples: readonly Sample[]
  /** Bytes that the servers held after a full collection, when all had arrived and at the end. */
  readonly live: readonly [number, number]
  readonly postgres: PostgresGrowth
  /** What devices still had to send when the time was over, and had sent a little later. */
  readonly unsentAtEnd: number
}

export interface Stand {
  readonly database: OwnDatabase
  readonly servers: number
  readonly profile: string | null
}

/** Plays one stage against fresh server processes. The devices keep their chains and cursors for the next one. */
export async function playStage(stand: Stand, plan: StagePlan, devices: readonly LightDevice[]): Promise<StageResult> {
  const servers = await Promise.all(
    Array.from({ length: stand.servers }, () => startServerProcess(stand.database.url, stand.profile)),
  )
  const urlFor = (index: number) => servers[index % servers.length]?.url ?? ''
  try {
    const pids = servers.map(({ pid }) => pid)
    const arriving = watch(pids, stand.database)
    const arrival = await measuring(devices, () => arriveAll(devices, urlFor, plan))
    await arriving.stop()
    const liveBefore = await heldBy(servers)
    const before = await stateOfPostgres(stand.database)
    const watching = watch(pids, stand.database)
    let acts = 0
    const steady = await measuring(devices, async () => {
      acts = await actFor(devices, plan)
      await watching.stop()
    })
    const postgres = await postgresGrowth(stand.database, before)
    const unsentAtEnd = await settled(devices)
    const live = [liveBefore, await heldBy(servers)] as const
    await Promise.all(devices.map((device) => device.leave()))
    const { samples } = watching
    const arrivalCpu = cpuOver(arriving.samples)
    return { ...plan, devices: devices.length, arrival, arrivalCpu, steady, acts, samples, live, postgres, unsentAtEnd }
  } finally {
    await Promise.all(servers.map((server) => server.stop()))
  }
}

async function heldBy(servers: readonly ServerProcess[]): Promise<number> {
  const each = await Promise.all(servers.map(({ inspector }) => liveBytes(inspector)))
  return each.reduce((sum, bytes) => sum + bytes, 0)
}

function cpuOver(samples: readonly Sample[]): number {
  const of = (sample: Sample | undefined) => (sample ? sample.serverCpu + sample.postgresCpu : 0)
  return of(samples.at(-1)) - of(samples[0])
}

async function measuring(devices: readonly LightDevice[], run: () => Promise<void>): Promise<Measured> {
  const meter = new Meter()
  for (const device of devices) device.tell(meter)
  await run()
  return meter.measured()
}

async function arriveAll(devices: readonly LightDevice[], urlFor: (index: number) => string, plan: StagePlan) {
  const apartMs = (plan.arriveSeconds * 1000) / devices.length
  const began = performance.now()
  const arriving: Promise<void>[] = []
  for (const [index, device] of devices.entries()) {
    await sleep(Math.max(0, began + index * apartMs - performance.now()))
    for (let act = 0; act < plan.waitingActs; act++) device.act()
    arriving.push(device.arrive(urlFor(index)))
  }
  await Promise.all(arriving)
  await settled(devices)
}

/** Acts come when they come, however long the server takes: a slow one gets no rest. Each is done at a desk drawn by lot. */
async function actFor(devices: readonly LightDevice[], { seconds, rate }: StagePlan): Promise<number> {
  const began = performance.now()
  let acts = 0
  for (;;) {
    const elapsed = (performance.now() - began) / 1000
    const due = Math.floor(Math.min(elapsed, seconds) * rate)
    for (; acts < due; acts++) actSomewhere(devices)
    if (elapsed >= seconds) return acts
    await sleep(10)
  }
}

function actSomewhere(devices: readonly LightDevice[]): void {
  for (let attempt = 0; attempt < 1000; attempt++) {
    const device = devices[Math.floor(Math.random() * devices.length)]
    if (!device?.act()) continue
    device.round()
    return
  }
  throw new Error('no unit has a card left: the world was made too small')
}

/** Waits until everybody has sent everything and rests, half a minute at most; answers how much was unsent at the beginning. */
async function settled(devices: readonly LightDevice[]): Promise<number> {
  const unsent = () => devices.reduce((sum, device) => sum + device.unsent, 0)
  const atFirst = unsent()
  const busy = () => unsent() > 0 || devices.some((device) => device.busy)
  for (let tries = 0; tries < 300 && busy(); tries++) await sleep(100)
  return atFirst
}
