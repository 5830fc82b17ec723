import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Change } from '#shared/contract/sync/protocol.ts'
import { openStore } from '../../electron/engine/database/open.ts'
import { Centre } from '../fixtures/centre.ts'
import { kelurahan, writeKeyFile } from '../fixtures/city.ts'
import { EngineLine } from '../fixtures/engine-line.ts'
import { root } from '../fixtures/root.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'
import { openBareStore, writeRows } from './bare-store.ts'
import { against, beside, type Figure, median, percentile } from './figures.ts'
import { Pouch, type PouchDoc } from './sync/pouch.ts'

const cards = 6000
const runs = 3

/**
 * First copy of a kelurahan from a real central server over HTTP, beside writing the very same rows from memory into a like database, and beside PouchDB
 * copying them from express-pouchdb.
 */
export async function copyFigures(): Promise<readonly Figure[]> {
  using place = temporaryFolder('bench-copy')
  simulate(place.path)
  const centre = await Centre.start(join(place.path, 'server'))
  let pouch: Pouch | null = null
  const [copied, written, pouched, waits]: [number[], number[], number[], number[]] = [[], [], [], []]
  try {
    for (let run = 1; run <= runs; run++) {
      const { rows, seconds, commandMs } = await firstCopy(centre, place.path, run)
      copied.push(rows.length / seconds)
      waits.push(...commandMs)
      written.push(await writtenFromMemory(rows))
      pouch ??= await Pouch.start(join(place.path, 'pouch'), rows.map(documentOf))
      pouched.push(rows.length / pouch.pull(run))
    }
  } finally {
    await pouch?.stop()
    await centre.stop()
  }
  const copy = { name: 'first copy', value: median(copied), unit: 'rows/s' }
  return [
    beside(copy, { name: 'the same rows from memory', value: median(written) }, '>=', 0.5),
    beside(copy, { name: 'PouchDB from express-pouchdb', value: median(pouched) }, '>=', 4),
    against(
      { name: 'first copy: a command of the screen meanwhile, p95', value: percentile(waits, 95), unit: 'ms' },
      '<',
      50,
    ),
  ]
}

const documentOf = ({ entity, id, row }: Change): PouchDoc => ({ ...row, _id: `${entity}/${id}` })

function simulate(folder: string): void {
  const args = ['--kelurahan', kelurahan, '--cards', String(cards), '--seed', '7', '--no-verifiers']
  const places = ['--server-data', join(folder, 'server'), '--out', join(folder, 'simulated')]
  const { status } = spawnSync(process.execPath, ['server/simulate/index.ts', ...args, ...places], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DATABASE_URL: '' },
  })
  if (status !== 0) throw new Error(`the simulator ended with ${status}`)
}

async function firstCopy(centre: Centre, folder: string, run: number) {
  const dataDir = join(folder, `device-${run}`)
  const key = randomBytes(32)
  mkdirSync(dataDir)
  writeKeyFile(dataDir, key)
  const code = await centre.enrolmentCode(kelurahan, String(run).padStart(2, '0'))
  const engine = await EngineLine.start({ dataDir, serverUrl: centre.url })
  const started = performance.now()
  try {
    await engine.call('device.enrol', { code })
    let copying = true
    const whole = engine
      .until('app.status', {}, (status) => !status.firstCopy && status.lastSyncAt !== null, 120_000)
      .finally(() => {
        copying = false
      })
    const commandMs = await commandsMeanwhile(engine, () => copying)
    await whole
    const seconds = (performance.now() - started) / 1000
    await engine.stop()
    return { seconds, commandMs, rows: await rowsOf(dataDir, key) }
  } finally {
    await engine.stop()
  }
}

/** Somebody changes the look of the program again and again: milliseconds of each save that was asked for during the copy. */
async function commandsMeanwhile(engine: EngineLine, copying: () => boolean): Promise<readonly number[]> {
  const took: number[] = []
  while (copying()) {
    const began = performance.now()
    await engine.call('settings.save', { theme: took.length % 2 === 0 ? 'dark' : 'light' })
    took.push(performance.now() - began)
    await pause(10)
  }
  return took
}

/** The rows of the centre as the device keeps them. */
async function rowsOf(dataDir: string, key: Buffer): Promise<readonly Change[]> {
  const now = new Date().toISOString()
  const store = await openStore({ file: join(dataDir, 'loket.db'), key, sqliteBinding: undefined, now })
  try {
    const rows = await store.read.selectFrom('replica').select(['scope', 'entity', 'id', 'version', 'row']).execute()
    return rows.map(({ row, ...rest }) => ({ ...rest, seq: 0, row: row === null ? null : JSON.parse(row) }))
  } finally {
    await store.close()
  }
}

async function writtenFromMemory(rows: readonly Change[]): Promise<number> {
  using place = temporaryFolder('bench-memory')
  const bare = await openBareStore(place.path)
  try {
    const started = performance.now()
    const written = await writeRows(bare.store, bare.rows, rows)
    return written / ((performance.now() - started) / 1000)
  } finally {
    await bare.store.close()
  }
}
