import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Change } from '#shared/contract/sync/protocol.ts'
import { openStore } from '../../electron/engine/database/open.ts'
import { Centre } from '../fixtures/centre.ts'
import { kelurahan, writeKeyFile } from '../fixtures/city.ts'
import { EngineLine } from '../fixtures/engine-line.ts'
import { root } from '../fixtures/root.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'
import { openBareStore, writeRows } from './bare-store.ts'
import { beside, type Figure, median } from './figures.ts'

const cards = 6000
const runs = 3

/** First copy of a kelurahan from a real central server over HTTP, beside writing the very same rows from memory into a like database. */
export async function copyFigures(): Promise<readonly Figure[]> {
  using place = temporaryFolder('bench-copy')
  simulate(place.path)
  const centre = await Centre.start(join(place.path, 'server'))
  try {
    const copied: number[] = []
    const written: number[] = []
    for (let run = 1; run <= runs; run++) {
      const { rows, seconds } = await firstCopy(centre, place.path, run)
      copied.push(rows.length / seconds)
      written.push(await writtenFromMemory(rows))
    }
    return [
      beside(
        { name: 'first copy', value: median(copied), unit: 'rows/s' },
        { name: 'the same rows from memory', value: median(written) },
        '>=',
        0.35,
      ),
    ]
  } finally {
    await centre.stop()
  }
}

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
    await engine.until('app.status', {}, (status) => !status.firstCopy && status.lastSyncAt !== null, 120_000)
    const seconds = (performance.now() - started) / 1000
    await engine.stop()
    return { seconds, rows: await rowsOf(dataDir, key) }
  } finally {
    await engine.stop()
  }
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
