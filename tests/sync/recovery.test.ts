import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { backupFolderOf } from '../../electron/engine/database/backup/backup-folder.ts'
import { takeBackup } from '../../electron/engine/database/backup/take-backup.ts'
import { bringDevice } from '../../electron/engine/rescue/bring-device.ts'
import { fetchKeys } from '../../electron/engine/rescue/fetch-keys.ts'
import { makeRecoveryCode } from '../../server/auth/recovery.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'
import { seedRegion } from '../repair/seed-region.ts'
import { City, cardId } from './city.ts'
import { Desk, deskFile, deskKey } from './desk.ts'

// A real server starts, and other work may share the machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

let city: City
beforeAll(async () => {
  city = await City.found()
})
afterAll(() => city.close())

const log = { info: () => {}, error: () => {} }
const ask = (code: string) =>
  fetchKeys(code, { serverUrl: city.url, shell: { resolveProxy: async () => 'DIRECT' }, log })

async function backedUp(scope: string) {
  const desk = await Desk.enrolled(city.url, scope, await city.enrolmentCode(scope))
  await desk.handOver(cardId(scope, 1))
  await desk.round()
  // So that it waits: by itself the desk would send it.
  await desk.sync.control.setConnection(false)
  await desk.handOver(cardId(scope, 2))
  const { name } = await takeBackup(desk.database, 'daily', new Date().toISOString())
  const device = (await desk.sync.deviceIn(desk.store.read).current())?.deviceId ?? ''
  await desk.sync.control.setConnection(true)
  return { desk, device, backup: readFileSync(join(backupFolderOf(desk.database.file), name)) }
}

test('a backup and a code of the administrator make another computer the device: its unsent act goes up, what it sent afterwards comes back, each once', async () => {
  const scope = await city.office(6)
  const { desk, device, backup } = await backedUp(scope)
  await desk.handOver(cardId(scope, 3))
  await desk.round()
  await desk.close()
  const { code } = await makeRecoveryCode(city.server.centre, device, 'Admin Dinas')
  const found = await ask(code.toLowerCase())
  if (!found.ok) throw new Error(found.refusal.code)
  using other = temporaryFolder('other-pc')
  const kept: Uint8Array[] = []
  const { reckoned } = await bringDevice(
    {
      ...{ file: join(other.path, deskFile), sqliteBinding: undefined, now: new Date().toISOString() },
      ...{ seedRegion, log, onRows: () => {} },
    },
    { size: backup.length, read: async (from, length) => backup.subarray(from, from + length), close: async () => {} },
    found.value,
    { next: async () => deskKey, keep: async (key) => void kept.push(key) },
  )
  expect(reckoned).toMatchObject({ enrolled: true, waiting: 1 })
  expect(kept.map((key) => Buffer.from(key))).toEqual([deskKey])
  const again = await Desk.open(city.url, scope, { folder: { path: other.path, remove: () => {} } })
  expect((await again.handOver(cardId(scope, 4))).receiptNumber).toMatch(/-01\.X/)
  await again.sync.control.setConnection(true)
  expect(await again.round()).toMatchObject({ ok: true })
  const { ids, waiting } = await again.commands()
  expect([new Set(ids).size, waiting]).toEqual([4, 0])
  expect([...new Set(ids)].sort()).toEqual(await city.verdicts(scope))
  // Each was judged once, and no hand-over contradicts another one.
  expect((await city.verdictsOf(scope, 'handover.record')).every(({ kind }) => kind === 'applied')).toBe(true)
  expect(await again.rows()).toEqual(await city.rows(scope))
  await again.close()
})

test('a code serves once and for a day, is kept nowhere, and who asked is', async () => {
  const scope = await city.office(3)
  const { desk, device } = await backedUp(scope)
  await desk.close()
  const { centre } = city.server
  const { code } = await makeRecoveryCode(centre, device, 'Admin Dinas')
  expect(JSON.stringify(await centre.db.selectFrom('recoveries').selectAll().execute())).not.toContain(code)
  expect(await ask('ABCD-ABCD-ABCD-ABCD-ABCD')).toMatchObject({ refusal: { code: 'recovery-code-invalid' } })
  expect(await ask(code)).toMatchObject({ ok: true, value: [expect.anything()] })
  expect(await ask(code)).toMatchObject({ refusal: { code: 'recovery-code-invalid' } })
  const late = await makeRecoveryCode(centre, device, 'Admin Dinas')
  await centre.db
    .updateTable('recoveries')
    .set({ expires_at: '2026-01-01T00:00:00.000Z' })
    .where('used_at', 'is', null)
    .execute()
  expect(await ask(late.code)).toMatchObject({ refusal: { code: 'recovery-code-invalid' } })
  const kept = await centre.db
    .selectFrom('recoveries')
    .select(['asked_by', 'used_from', 'sealed'])
    .where('device_id', '=', device)
    .execute()
  expect(kept).toEqual([
    { asked_by: 'Admin Dinas', used_from: '127.0.0.1', sealed: null },
    { asked_by: 'Admin Dinas', used_from: null, sealed: expect.any(String) },
  ])
  await expect(makeRecoveryCode(centre, 'nobody', 'Admin Dinas')).rejects.toMatchObject({ status: 404 })
})
