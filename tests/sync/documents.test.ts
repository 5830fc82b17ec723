import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { City } from './city.ts'
import { Desk } from './desk.ts'
import { FaultProxy } from './fault-proxy.ts'

// A real server starts, and other work may share the machine.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 180_000 })

let city: City
beforeAll(async () => {
  city = await City.found()
})
afterAll(() => city.close())

const size = 3_000_000

const keep = (desk: Desk, pdf: Uint8Array) =>
  desk.store.inTransaction((trx) => desk.sync.blobsIn(trx).put(pdf, 'application/pdf'))

const atCentre = (scope: string) =>
  city.server.centre.db
    .selectFrom('blobs')
    .select(['sha256', 'received', 'complete'])
    .where('scope', '=', scope)
    .execute()

test('documents of 3 MB go on where the line was cut, also in a program that was started anew', async () => {
  const scope = await city.office()
  const proxy = await FaultProxy.open(city.url)
  const desk = await Desk.enrolled(proxy.url, scope, await city.enrolmentCode(scope))
  const pdfs = Array.from({ length: 3 }, () => randomBytes(size))
  const names = []
  for (const pdf of pdfs) names.push(await keep(desk, pdf))

  const before = proxy.sentBytes
  const cut = desk.round()
  await expect.poll(() => proxy.sentBytes - before, { timeout: 60_000 }).toBeGreaterThan(size * 1.3)
  proxy.break('/v1/blobs/', { kind: 'closed' })
  expect(await cut).toMatchObject({ ok: false })
  const there = (await atCentre(scope)).reduce((sum, { received }) => sum + received, 0)
  expect(there).toBeGreaterThan(size)
  expect(there).toBeLessThan(3 * size)

  proxy.mend()
  await desk.restart()
  const again = proxy.sentBytes
  expect(await desk.round()).toMatchObject({ ok: true })
  expect(proxy.sentBytes - again).toBeLessThan(3 * size - there + 300_000)
  expect(await desk.overview()).toMatchObject({ blobs: { waiting: 0 } })
  const whole = await atCentre(scope)
  expect(new Set(whole.map(({ sha256 }) => sha256))).toEqual(new Set(names))
  expect(whole.every(({ complete }) => complete)).toBe(true)
  await desk.close()
  await proxy.close()
})
