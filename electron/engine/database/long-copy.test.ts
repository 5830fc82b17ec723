import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { connect } from './connect.ts'
import type { WriteDb } from './handles.ts'
import { LogMover } from './log-mover.ts'
import { openStore } from './open.ts'
import { firstRow, insertRow } from './sql.ts'
import type { Store } from './store.ts'

const key = randomBytes(32)
let folder: string
let store: Store
const file = () => join(folder, 'loket.db')
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'loket-copy-'))
  store = await openStore({ file: file(), key, sqliteBinding: undefined, now: '2026-11-24T02:00:00.000Z' })
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

const full = [{ synchronous: 2 }]
const normal = [{ synchronous: 1 }]
const howSure = () => store.prepare('PRAGMA synchronous').all()
const note = (trx: WriteDb, name: string, value = '') => insertRow(trx, 'setting', { name, value })
const notes = async () =>
  (await firstRow<{ count: number }>(store.read, 'SELECT count(*) AS count FROM setting'))?.count
/** Some 400 pages. */
const much = (turn: number) =>
  store.inTurn(async (trx) => {
    for (let at = 0; at < 40; at++) await note(trx, `${turn}-${at}`, 'x'.repeat(40_000))
  })

test('a turn of a copy does not wait for the disk, and whatever comes after it does', async () => {
  expect(await store.inTurn(async () => howSure())).toEqual(normal)
  expect(await store.inTransaction(async () => howSure())).toEqual(full)
})

test('after a turn that failed, an act waits for the disk as before', async () => {
  const failed = store.inTurn(async (trx) => {
    await note(trx, 'lost')
    throw new Error('no')
  })
  await expect(failed).rejects.toThrow('no')
  expect(await store.inTransaction(async () => howSure())).toEqual(full)
  expect(await notes()).toBe(0)
})

test('a turn knows when somebody waits for it', async () => {
  const seen: boolean[] = []
  let act: Promise<void> | null = null
  await store.inTurn(async (_trx, awaited) => {
    seen.push(awaited())
    act = store.inTransaction((trx) => note(trx, 'act'))
    seen.push(awaited())
  })
  await act
  await store.inTurn(async (_trx, awaited) => void seen.push(awaited()))
  expect(seen).toEqual([false, true, false])
})

test('while a thread moves its pages, a long copy comes into the file and the log stays short', async () => {
  const log = store.moveLog((cause) => expect(cause).toBeNull())
  for (let turn = 0; turn < 50; turn++) {
    await much(turn)
    await log.move()
  }
  await log.end()
  expect(await notes()).toBe(2000)
  expect(statSync(file()).size).toBeGreaterThan(80_000_000)
  expect(statSync(`${file()}-wal`).size).toBeLessThan(48_000_000)
})

test('after two copies of which the second began before the thread of the first was at its end, SQLite moves the pages as it always does', async () => {
  const logs = [0, 1].map(() => store.moveLog((cause) => expect(cause).toBeNull()))
  for (const log of logs) await log.end()
  const pages = await store.inTransaction(async () => store.prepare('PRAGMA wal_autocheckpoint').all())
  expect(pages).toEqual([{ wal_autocheckpoint: 1000 }])
})

test('where there is no such thread, the copy goes on, and SQLite moves the pages as it always does', async () => {
  writeFileSync(join(folder, 'other.db'), 'no database at all'.repeat(1000))
  const writer = connect({ file: file(), key, sqliteBinding: undefined }, false)
  const troubles: unknown[] = []
  const log = new LogMover(writer, { file: join(folder, 'other.db'), key, sqliteBinding: undefined }, (cause) =>
    troubles.push(cause),
  )
  await log.move()
  await log.end()
  await log.move()
  expect(troubles).toHaveLength(1)
  expect(writer.pragma('wal_autocheckpoint', { simple: true })).toBe(1000)
  writer.close()
})
