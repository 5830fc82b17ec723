import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { unmarkNumbers } from '../../electron/engine/sync/number-mark.ts'
import { holderOfToken } from '../../server/devices/note-act.ts'
import { readmitDevice } from '../../server/devices/readmit-device.ts'
import { City, cardId } from './city.ts'
import { Desk } from './desk.ts'
import { FaultProxy } from './fault-proxy.ts'

// A real server starts, and other work may share the machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

let city: City
beforeAll(async () => {
  city = await City.found()
})
afterAll(() => city.close())

const deskAt = async (scope: string, url = city.url) => Desk.enrolled(url, scope, await city.enrolmentCode(scope))

const generationOf = async (desk: Desk) => (await desk.sync.deviceIn(desk.store.read).current())?.generation

const ok = { ok: true }

/** Both histories are everywhere, once each, and nothing waits. */
async function expectWhole(desk: Desk, acts: number): Promise<void> {
  const { ids, waiting } = await desk.commands()
  expect([new Set(ids).size, ids.length, waiting]).toEqual([acts, acts, 0])
  expect((await city.commands(desk.scope)).sort()).toEqual([...ids].sort())
  expect(await city.verdicts(desk.scope)).toEqual([...ids].sort())
  expect(await desk.rows()).toEqual(await city.rows(desk.scope))
  expect(await desk.overview()).toMatchObject({ chainIntact: true })
  expect(desk.errors).toEqual([])
}

test('a device put back to before two hand-overs takes a new generation, sends what it did since, and has its lost acts again', async () => {
  const scope = await city.office(6)
  const desk = await deskAt(scope)
  await desk.handOver(cardId(scope, 1))
  await desk.round()
  const backup = desk.backUp()
  const lost = [await desk.handOver(cardId(scope, 2)), await desk.handOver(cardId(scope, 3))]
  await desk.round()
  await desk.restore(backup)
  const unknowing = await desk.handOver(cardId(scope, 4))
  expect(await desk.round()).toMatchObject(ok)
  expect(await generationOf(desk)).toBe(2)
  await expectWhole(desk, 4)
  expect(await desk.handover(lost[1]?.handoverId ?? '')).toMatchObject({ standing: 'stands', centre: 'recorded' })
  const knowing = await desk.handOver(cardId(scope, 5))
  expect(await desk.round()).toMatchObject(ok)
  await expectWhole(desk, 5)
  expect((await desk.overview()).exceptions).toMatchObject([
    { code: 'restored', details: { resent: '1', fetched: '2' }, next: 'understood' },
  ])
  // No number of the lost life came again.
  expect(lost.map(({ receiptNumber }) => receiptNumber.slice(0, 4))).toEqual(['0002', '0003'])
  expect(unknowing.receiptNumber).toMatch(/^0001\/BST\/\d+-01\.X[A-Z0-9]{3}\/\d{4}$/)
  expect(knowing.receiptNumber).toMatch(/^0001\/BST\/\d+-01\.2\/\d{4}$/)
  await desk.close()
})

test('a restored device knows it at its first word to the centre, before it did anything', async () => {
  const scope = await city.office(4)
  const desk = await deskAt(scope)
  const backup = desk.backUp()
  await desk.handOver(cardId(scope, 1))
  await desk.round()
  await desk.restore(backup)
  expect(await desk.round()).toMatchObject(ok)
  expect(await generationOf(desk)).toBe(2)
  await expectWhole(desk, 1)
  await desk.close()
})

test('an act that was waiting in the backup and reached the centre in the other life has one verdict', async () => {
  const scope = await city.office(4)
  const desk = await deskAt(scope)
  await desk.handOver(cardId(scope, 1))
  const backup = desk.backUp()
  await desk.handOver(cardId(scope, 2))
  await desk.round()
  await desk.restore(backup)
  await desk.handOver(cardId(scope, 3))
  expect(await desk.round()).toMatchObject(ok)
  await expectWhole(desk, 3)
  await desk.close()
})

test('wherever the way into a new generation is cut, and the program ends with it, both histories are whole in the end', async () => {
  for (const afterBytes of [0, 40, 400]) {
    const scope = await city.office(5)
    const proxy = await FaultProxy.open(city.url)
    const desk = await deskAt(scope, proxy.url)
    const backup = desk.backUp()
    await desk.handOver(cardId(scope, 1))
    await desk.round()
    await desk.restore(backup)
    await desk.handOver(cardId(scope, 2))
    for (const path of ['/generation', '/v1/sync/push', '/v1/sync/audit', '/v1/sync/history', '/v1/token']) {
      proxy.breakOnce(path, { kind: 'cut', afterBytes })
      await desk.round()
      proxy.mend()
      await desk.restart()
    }
    expect(await desk.round()).toMatchObject(ok)
    expect(await generationOf(desk)).toBe(2)
    await expectWhole(desk, 2)
    await desk.close()
    await proxy.close()
  }
})

test('of two computers with one identity one goes on; the other is told that it is a copy, keeps its work, and may be let back by a person', async () => {
  const scope = await city.office(6)
  const desk = await deskAt(scope)
  const clone = await Desk.cloneOf(desk, desk.backUp())
  await desk.handOver(cardId(scope, 1))
  await clone.handOver(cardId(scope, 2))
  expect(await desk.round()).toMatchObject(ok)
  expect(await clone.round()).toMatchObject(ok)
  for (let round = 1; round <= 3; round++) {
    await desk.handOver(cardId(scope, 2 + round))
    expect(await desk.round()).toMatchObject({ ok: false, refusal: { code: 'device-copied' } })
    expect(await clone.round()).toMatchObject(ok)
  }
  expect([await generationOf(desk), await generationOf(clone)]).toEqual([1, 2])
  expect(await desk.sync.control.status()).toMatchObject({
    connection: { fault: { code: 'device-copied' } },
    unsent: { count: 3 },
  })
  expect((await desk.overview()).exceptions).toMatchObject([{ code: 'copied', next: 'understood' }])
  const { deviceId } = (await desk.sync.deviceIn(desk.store.read).current()) ?? { deviceId: '' }
  await readmitDevice(city.server.centre, deviceId, holderOfToken('tests'))
  expect(await desk.round()).toMatchObject(ok)
  expect(await generationOf(desk)).toBe(3)
  await expectWhole(desk, 5)
  expect(await clone.round()).toMatchObject({ ok: false, refusal: { code: 'device-copied' } })
  await desk.close()
  await clone.close()
})

test('a backup from before an earlier new generation is let back by a person, and has all lives in the end', async () => {
  const scope = await city.office(6)
  const desk = await deskAt(scope)
  await desk.handOver(cardId(scope, 1))
  const backup = desk.backUp()
  await desk.handOver(cardId(scope, 2))
  await desk.round()
  await desk.restore(backup)
  await desk.handOver(cardId(scope, 3))
  expect(await desk.round()).toMatchObject(ok)
  await desk.restore(backup)
  await desk.handOver(cardId(scope, 4))
  expect(await desk.round()).toMatchObject({ ok: false })
  const { deviceId } = (await desk.sync.deviceIn(desk.store.read).current()) ?? { deviceId: '' }
  await readmitDevice(city.server.centre, deviceId, holderOfToken('tests'))
  expect(await desk.round()).toMatchObject(ok)
  expect(await generationOf(desk)).toBe(3)
  expect((await desk.commands()).waiting).toBe(0)
  expect(await city.verdicts(scope)).toEqual([...new Set((await desk.commands()).ids)].sort())
  expect(new Set((await desk.commands()).ids).size).toBe(4)
  expect(await desk.rows()).toEqual(await city.rows(scope))
  expect(await desk.overview()).toMatchObject({ chainIntact: true })
  await desk.close()
})

test('a number that both lives printed, since nothing showed that the disk was put back, is named when the history is whole', async () => {
  const scope = await city.office(4)
  const desk = await deskAt(scope)
  const backup = desk.backUp()
  const { receiptNumber } = await desk.handOver(cardId(scope, 1))
  await desk.round()
  await desk.restore(backup)
  // As with an image of a whole disk: the file is where it was.
  await desk.store.inTransaction(unmarkNumbers)
  expect((await desk.handOver(cardId(scope, 2))).receiptNumber).toBe(receiptNumber)
  expect(await desk.round()).toMatchObject(ok)
  expect((await desk.overview()).exceptions.map(({ code, details }) => [code, details.number]).toSorted()).toEqual([
    ['number-twice', receiptNumber],
    ['restored', undefined],
  ])
  await desk.close()
})

test('a computer that only moved to another disk numbers on as before once it has heard the centre', async () => {
  const scope = await city.office(4)
  const desk = await deskAt(scope)
  await desk.restore(desk.backUp())
  expect((await desk.handOver(cardId(scope, 1))).receiptNumber).toMatch(/-01\.X/)
  expect(await desk.round()).toMatchObject(ok)
  expect(await generationOf(desk)).toBe(1)
  expect((await desk.handOver(cardId(scope, 2))).receiptNumber).toMatch(/^0001\/BST\/\d+-01\/\d{4}$/)
  await desk.close()
})
