import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { DamagedFile } from '../database/salvage/damaged-file.ts'
import { rows } from '../database/sql.ts'
import { remember } from '../sync/sync-state.ts'
import { Counter } from '../testing/counter.ts'
import { aCard } from '../testing/rows.ts'
import { eraseOver, usualDays } from './erase-over.ts'

let counter: Counter
beforeEach(async () => {
  counter = await Counter.with({ cards: ['k-1', 'k-2'].map((id) => aCard(id)) })
  await counter.signIn()
  await counter.synced()
})
afterEach(() => counter.close())

const later = (days: number) => new Date(Date.parse(counter.clock.now()) + days * 86_400_000).toISOString()
const noted: string[] = []
const erase = (days: number) =>
  eraseOver(counter.store, later(days), usualDays, async (_trx, counts) => void noted.push(counts), counter.baseRows)

/** The centre has judged everything and has every file and entry. */
async function judged(): Promise<void> {
  const at = counter.clock.now()
  await counter.store.inTransaction(async (trx) => {
    await trx.updateTable('command').set({ verdict: 'applied', decided_at: at }).execute()
    await trx.updateTable('blob').set({ at_centre: 1 }).execute()
    const last = await rows<{ position: number }>(trx, 'SELECT max(position) AS position FROM audit_entry')
    await remember(trx, 'audit-sent-up-to', last[0]?.position ?? 0)
  })
}

/** Every page of the file, opened: is this anywhere in it? */
function inTheFile(text: string): boolean {
  const file = new DamagedFile(join(counter.dataDir, 'loket.db'), Buffer.alloc(32, 5))
  const all = Array.from({ length: file.pageCount }, (_, at) => Buffer.from(file.page(at + 1) ?? []).toString('latin1'))
  file.close()
  return all.some((page) => page.includes(text))
}

test('nothing that was not sent is erased, however old it is', async () => {
  await counter.handOver('k-1')
  const before = await rows(counter.store.read, 'SELECT position, payload FROM command')
  await erase(2000)
  expect(await rows(counter.store.read, 'SELECT position, payload FROM command')).toEqual(before)
  expect(await rows(counter.store.read, 'SELECT key FROM blob')).toHaveLength(1)
  expect(await rows(counter.store.read, 'SELECT position FROM audit_entry')).not.toHaveLength(0)
})

test('a signature goes seven days after the verdict, the content of the act after ninety, the audit after a year; each is told', async () => {
  await counter.handOver('k-1')
  await judged()
  expect(await erase(6)).toBeNull()
  expect(await erase(8)).toMatchObject({ files: 1, payloads: 0, audit: 0 })
  expect(await erase(91)).toMatchObject({ files: 0, payloads: 1, audit: 0 })
  expect(await erase(366)).toMatchObject({ payloads: 0, audit: expect.any(Number) })
  expect(await rows(counter.store.read, 'SELECT position FROM audit_entry')).toHaveLength(1)
  expect(noted.at(0)).toContain('files 1')
})

test('what was erased is in no page of the file any more', async () => {
  await counter.handOver('k-1')
  await judged()
  const [blob] = await rows<{ bytes: Buffer }>(counter.store.read, 'SELECT bytes FROM blob')
  const [command] = await rows<{ payload: string }>(counter.store.read, 'SELECT payload FROM command')
  const piece = blob?.bytes.subarray(0, 200).toString('latin1') ?? ''
  const receipt = (JSON.parse(command?.payload ?? '{}') as { handoverId: string }).handoverId
  const payload = `"handoverId":"${receipt}"`
  await counter.store.inTransaction(async () => void counter.store.prepare('DELETE FROM request').run())
  expect([inTheFile(piece), inTheFile(payload)]).toEqual([true, true])
  await erase(91)
  await counter.restart()
  counter.store.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all()
  expect([
    inTheFile(piece),
    (await rows(counter.store.read, 'SELECT 1 FROM command WHERE payload IS NOT NULL')).length,
  ]).toEqual([false, 0])
})
