import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openStore } from './open.ts'
import { insertRow, rows } from './sql.ts'
import type { Store } from './store.ts'

let folder: string
const key = randomBytes(32)
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'loket-open-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const file = () => join(folder, 'loket.db')
const open = (withKey: Uint8Array = key) =>
  openStore({ file: file(), key: withKey, sqliteBinding: undefined, now: '2026-11-24T02:00:00.000Z' })

async function filled(): Promise<void> {
  const store = await open()
  await store.inTransaction(async (trx) => {
    for (let at = 0; at < 500; at++) await insertRow(trx, 'setting', { name: `n-${at}`, value: 'rahasia'.repeat(20) })
  })
  await store.close()
}

const settingsIn = (store: Store) => rows<{ name: string }>(store.read, 'SELECT name FROM setting')

test('what was written is there after closing, and the file shows nothing of it', async () => {
  await filled()
  const again = await open()
  expect(await settingsIn(again)).toHaveLength(500)
  await again.close()
  const bytes = readFileSync(file())
  expect(bytes.includes('rahasia')).toBe(false)
  expect(bytes.includes('SQLite format')).toBe(false)
})

test('a transaction that throws leaves nothing, and the next one goes on', async () => {
  const store = await open()
  const failing = store.inTransaction(async (trx) => {
    await insertRow(trx, 'setting', { name: 'lost', value: '' })
    throw new Error('no')
  })
  const good = store.inTransaction((trx) => insertRow(trx, 'setting', { name: 'kept', value: '' }))
  await expect(failing).rejects.toThrow('no')
  await good
  expect(await settingsIn(store)).toEqual([{ name: 'kept' }])
  await store.close()
})

test('another key is told apart from damage', async () => {
  await filled()
  await expect(open(randomBytes(32))).rejects.toMatchObject({ kind: 'key-wrong' })
})

test.each([
  ['its end cut off', () => truncateSync(file(), Math.floor(statSync(file()).size / 2 / 4096) * 4096)],
  ['emptied', () => writeFileSync(file(), '')],
  ['gone', () => rmSync(file())],
  ['full of something else', () => writeFileSync(file(), randomBytes(200_000))],
  ['its first page overwritten', () => overwrite(0)],
])('a database file %s is called damaged, and is not replaced by a new one', async (_how, damage) => {
  await filled()
  damage()
  await expect(open()).rejects.toMatchObject({ kind: 'damaged' })
})

test('damage in one page is noticed when it is read: every page carries a check', async () => {
  await filled()
  overwrite(statSync(file()).size - 8 * 4096)
  const reading = async () => {
    const store = await open()
    try {
      return await rows(store.read, 'SELECT * FROM setting')
    } finally {
      await store.close()
    }
  }
  await expect(reading().then(() => 'read')).rejects.toThrow(/malformed|damaged|not a database/)
})

function overwrite(at: number): void {
  const bytes = readFileSync(file())
  randomBytes(4096).copy(bytes, at)
  writeFileSync(file(), bytes)
}

test('a database that has never heard of its device, beside the number of an act that was acknowledged, is called damaged: its log is gone', async () => {
  const store = await open()
  await store.close()
  writeFileSync(`${file()}.last`, `${'3'.padStart(20, '0')}\n`)
  await expect(open()).rejects.toMatchObject({ kind: 'damaged' })
  writeFileSync(`${file()}.last`, `${'0'.padStart(20, '0')}\n`)
  await (await open()).close()
})

test('a database of a newer program is left alone', async () => {
  const store = await open()
  await store.inTransaction((trx) => insertRow(trx, 'migration', { name: '9999-from-the-future', at: '' }))
  await store.close()
  await expect(open()).rejects.toMatchObject({ kind: 'newer' })
})
