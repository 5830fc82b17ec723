import { readFileSync } from 'node:fs'
import { type OwnDatabase, watcher } from '../../server/testing/own-database.ts'

/** How things stood at one moment. Times of processors in seconds since their process began. */
export interface Sample {
  /** Milliseconds since the watch began. */
  readonly at: number
  readonly serverRssBytes: number
  readonly serverCpu: number
  readonly postgresCpu: number
  readonly driverCpu: number
  readonly connections: number
}

export interface Watch {
  readonly samples: readonly Sample[]
  stop(): Promise<void>
}

const everyMs = 1000
/** Ticks of the kernel's clock a second on every Linux that Node runs on. */
const ticks = 100

/**
 * Looks at the processes of the servers and at PostgreSQL's processes for this database, once a second. The writers that a cluster has for all of its
 * databases (WAL, checkpoints, vacuum) are not counted.
 */
export function watch(serverPids: readonly number[], database: OwnDatabase): Watch {
  const samples: Sample[] = []
  const backends = new Map<number, number>()
  const began = performance.now()
  const look = async () => {
    const pids = await backendPids(database)
    for (const pid of pids) backends.set(pid, cpuOf(pid) ?? backends.get(pid) ?? 0)
    const own = process.cpuUsage()
    samples.push({
      at: performance.now() - began,
      serverRssBytes: sum(serverPids.map(rssOf)),
      serverCpu: sum(serverPids.map((pid) => cpuOf(pid) ?? 0)),
      postgresCpu: sum([...backends.values()]),
      driverCpu: (own.user + own.system) / 1e6,
      connections: pids.length,
    })
  }
  let looking = look()
  const timer = setInterval(() => {
    looking = looking.then(look)
  }, everyMs)
  return {
    samples,
    async stop() {
      clearInterval(timer)
      await looking
    },
  }
}

async function backendPids({ ask, name }: OwnDatabase): Promise<readonly number[]> {
  const rows = await ask<{ pid: number }>(
    `SELECT pid FROM pg_stat_activity WHERE datname = '${name}' AND application_name <> '${watcher}'`,
  )
  return rows.map(({ pid }) => pid)
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

/** Null when the process is gone, or is not on this machine. */
function cpuOf(pid: number): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) / ticks
  } catch {
    // It ended meanwhile: its last reading stands.
    return null
  }
}

function rssOf(pid: number): number {
  const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1])
  return pages * 4096
}
