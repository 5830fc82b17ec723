import { randomBytes } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openStore } from '../open.ts'
import { insertRow, rows } from '../sql.ts'
import { DamagedFile } from './damaged-file.ts'
import { readTreePage } from './records.ts'
import { Salvage, type SalvagedRow, shapeOf, type TableShape } from './salvage.ts'

const folder = mkdtempSync(join(tmpdir(), 'loket-salvage-'))
const key = randomBytes(32)
const whole = join(folder, 'whole.db')
const file = join(folder, 'loket.db')
const options = (path: string) => ({ file: path, key, sqliteBinding: undefined, now: '2026-11-24T02:00:00.000Z' })
const tables = ['command', 'audit_entry', 'blob', 'setting', 'sync_state', 'replica']
const command = (position: number) => ({
  ...{ position, id: `id-${position}`, type: 'handover.record', subject: 'k-1', at: '2026', hlc: 'h' },
  ...{ envelope: JSON.stringify({ seq: position, text: 'x'.repeat(700) }), hash: 'a'.repeat(64), signature: 's' },
  ...{ payload: JSON.stringify({ text: 'y'.repeat(position % 7 === 0 ? 9000 : 400) }), salt: 'salt' },
})

beforeAll(async () => {
  const store = await openStore(options(whole))
  await store.inTransaction(async (trx) => {
    for (let at = 1; at <= 2000; at++) await insertRow(trx, 'command', command(at))
    for (let at = 1; at <= 100; at++) {
      await insertRow(trx, 'audit_entry', { position: at, entry: JSON.stringify({ seq: at }), hash: 'b'.repeat(64) })
      await insertRow(trx, 'setting', { name: `n-${at}`, value: 'v'.repeat(300) })
      await insertRow(trx, 'sync_state', { name: `s-${at}`, value: String(at) })
      const row = { entity: 'card', id: `c-${at}`, scope: 's', version: at, row: '{"a":1}', epoch: 0 }
      await insertRow(trx, 'replica', row)
    }
    store
      .prepare('INSERT INTO blob (sha256, mime, size, bytes) VALUES (?, ?, ?, ?)')
      .run('c'.repeat(64), 'image/png', 100_000, Buffer.alloc(100_000, 7))
  })
  for (const table of tables) shapes.set(table, shapeOf(store, table))
  await store.close()
})
beforeEach(() => cpSync(whole, file))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const shapes = new Map<string, TableShape>()

/** Everything that can be read, as text, by table. */
function read(path = file): { holes: boolean; of: Record<string, string[]>; lost: readonly number[]; indexed: number } {
  const damaged = new DamagedFile(path, key)
  const salvage = new Salvage(damaged)
  const of = [...shapes].map(([table, shape]) => [table, [...salvage.rows(table, shape)].map(told).sort()] as const)
  const result = { holes: salvage.holes, of: Object.fromEntries(of), lost: salvage.lostRows('command') }
  const indexed = salvage.indexed('command_by_subject').length
  damaged.close()
  return { ...result, indexed }
}

const told = (row: SalvagedRow) =>
  Object.values(row)
    .map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString('base64').slice(0, 40) : String(value)))
    .join('|')

async function written(): Promise<Record<string, string[]>> {
  const store = await openStore(options(whole))
  const found: Record<string, string[]> = {}
  for (const table of tables)
    found[table] = (await rows<SalvagedRow>(store.read, `SELECT * FROM ${table}`)).map((row) => told(row)).sort()
  await store.close()
  return found
}

const pages = () => statSync(file).size / 4096
function damage(page: number): void {
  const bytes = readFileSync(file)
  const at = (page - 1) * 4096 + 1000
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(file, bytes)
}

test('a whole file is read row by row as SQLite reads it, without SQLite', async () => {
  expect(read()).toEqual({ holes: false, of: await written(), lost: [], indexed: 2000 })
})

test('with the first page gone, and with it the list of tables, every row of the tables that matter is still found', async () => {
  damage(1)
  const { holes, of } = read()
  const all = await written()
  expect(holes).toBe(true)
  for (const table of ['command', 'audit_entry', 'blob', 'replica', 'setting', 'sync_state'])
    expect(of[table]).toEqual(all[table])
})

test('whichever page of the list of tables is gone, every act, audit entry, file and row of the centre is still found, and it is said that some may be missing', async () => {
  const intact = new DamagedFile(whole, key)
  const lists = readTreePage(intact, 1)?.children ?? []
  intact.close()
  const all = await written()
  expect(lists.length).toBeGreaterThan(1)
  for (const page of lists) {
    cpSync(whole, file)
    damage(page)
    const { holes, of } = read()
    expect(holes).toBe(true)
    for (const table of ['command', 'audit_entry', 'blob', 'replica'])
      expect([table, of[table]]).toEqual([table, all[table]])
  }
})

test.each(Array.from({ length: 12 }, (_, index) => index))(
  'of one damaged page only that page is missing, wherever it is (%i)',
  async (nth) => {
    const all = await written()
    damage(1 + Math.floor(((pages() - 1) * nth) / 11))
    const { of } = read()
    for (const table of tables) {
      const missing = (all[table]?.length ?? 0) - (of[table]?.length ?? 0)
      expect(all[table]).toEqual(expect.arrayContaining(of[table] ?? []))
      expect(missing).toBeLessThanOrEqual(40)
    }
  },
)

test('of a file cut off in its middle every row that stands before the cut is there', async () => {
  truncateSync(file, Math.floor(pages() / 2) * 4096 + 100)
  const { of, lost } = read()
  const all = await written()
  expect(all.command).toEqual(expect.arrayContaining(of.command ?? []))
  expect((of.command?.length ?? 0) + lost.length).toBeGreaterThan(800)
})

test('another key reads nothing', () => {
  const damaged = new DamagedFile(file, randomBytes(32))
  expect([...new Salvage(damaged).rows('command', { columns: ['position'], alias: 0 })]).toEqual([])
  damaged.close()
})

test('what the head of the file says of the size of its pages is not believed where no page opens by it', async () => {
  const bytes = readFileSync(file)
  bytes.writeUInt16BE(2048, 16)
  writeFileSync(file, bytes)
  const all = await written()
  expect(read().of.command).toEqual(all.command)
})

test('a log that names a page far behind the end of the file costs no more than any other', async () => {
  const store = await openStore(options(file))
  await store.inTransaction((trx) => insertRow(trx, 'command', command(3001)))
  const copy = join(folder, 'far-page.db')
  cpSync(file, copy)
  cpSync(`${file}-wal`, `${copy}-wal`)
  await store.close()
  const log = readFileSync(`${copy}-wal`)
  log.writeUInt32BE(0xf0000000, 32)
  writeFileSync(`${copy}-wal`, log)
  const damaged = new DamagedFile(copy, key)
  expect(damaged.pageCount).toBeLessThan(pages() + 100)
  damaged.close()
})

test('where the last page that was committed is broken in the log no table counts as whole: what stands in its place is of an earlier moment', async () => {
  const store = await openStore(options(file))
  const copy = join(folder, 'mixed.db')
  for (let at = 3001; at <= 3003; at++) await store.inTransaction((trx) => insertRow(trx, 'command', command(at)))
  cpSync(file, copy)
  cpSync(`${file}-wal`, `${copy}-wal`)
  await store.close()
  const holes = () => {
    const damaged = new DamagedFile(copy, key)
    const salvage = new Salvage(damaged)
    damaged.close()
    return salvage.holes
  }
  expect(holes()).toBe(false)
  const log = readFileSync(`${copy}-wal`)
  const lastFrame = log.length - 4096
  log[lastFrame + 2000] = (log[lastFrame + 2000] ?? 0) ^ 1
  writeFileSync(`${copy}-wal`, log)
  expect(holes()).toBe(true)
})

test('what lies in the log is read from there, also behind a frame that is broken; what was not committed is not', async () => {
  const store = await openStore(options(file))
  for (let at = 3001; at <= 3020; at++) await store.inTransaction((trx) => insertRow(trx, 'command', command(at)))
  const copy = join(folder, 'with-log.db')
  cpSync(file, copy)
  cpSync(`${file}-wal`, `${copy}-wal`)
  await store.close()
  const log = readFileSync(`${copy}-wal`)
  const frame = 24 + 4096
  const broken = 32 + Math.floor((log.length - 32) / frame / 2) * frame + 3000
  log[broken] = (log[broken] ?? 0) ^ 255
  writeFileSync(`${copy}-wal`, log)
  await expect(openStore(options(copy))).rejects.toMatchObject({ kind: 'damaged' })
  const found = read(copy).of.command ?? []
  expect(found.filter((row) => row.startsWith('30')).length).toBeGreaterThanOrEqual(19)
})
