import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { City, cardId } from './city.ts'
import { Desk } from './desk.ts'
import { addPerson, EngineDesk } from './dinas-desk.ts'
import { FaultProxy } from './fault-proxy.ts'

// A real server starts, and other work may share the machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

let city: City
beforeAll(async () => {
  city = await City.found()
})
afterAll(() => city.close())

/** The first line of every request that came through. */
function requestsOf(proxy: FaultProxy, path: string) {
  return proxy.asked.filter((line) => line.includes(path))
}

test('a first copy that was cut and whose engine was rebuilt goes on where it was, not anew', async () => {
  const scope = await city.office(2_300)
  const proxy = await FaultProxy.open(city.url)
  const desk = await Desk.open(proxy.url, scope)
  proxy.break('&after=', { kind: 'cut', afterBytes: 0 })
  await desk.sync.control.enrol({ code: await city.enrolmentCode(scope), serverUrl: proxy.url })
  expect(await desk.round()).toMatchObject({ ok: false })
  await desk.restart()
  proxy.mend()
  proxy.asked.length = 0
  expect(await desk.round()).toMatchObject({ ok: true })
  const asked = requestsOf(proxy, '/v1/sync/snapshot')
  expect(asked.length).toBeGreaterThan(0)
  expect(asked.every((line) => line.includes('&after='))).toBe(true)
  expect(await desk.rows()).toEqual(await city.rows(scope))
  await desk.close()
  await proxy.close()
})

test('a first copy is told of before its first page is there', async () => {
  const scope = await city.office()
  const proxy = await FaultProxy.open(city.url)
  const desk = await Desk.open(proxy.url, scope)
  proxy.break('/v1/sync/snapshot', { kind: 'silent' })
  await desk.sync.control.enrol({ code: await city.enrolmentCode(scope), serverUrl: proxy.url })
  await expect.poll(() => desk.topics.has('first-copy'), { timeout: 20_000 }).toBe(true)
  expect(await desk.sync.control.status()).toMatchObject({ firstCopy: { rows: 0, total: null } })
  await proxy.close()
  await desk.close()
})

test('signing in, a network that is back, and a press of the button each begin a round at once', async () => {
  const scope = await city.office()
  await addPerson(city, scope, 'ratna', 'kelurahan')
  const proxy = await FaultProxy.open(city.url)
  const desk = await EngineDesk.of(proxy.url, await city.enrolmentCode(scope), 'ratna')
  const pulls = () => requestsOf(proxy, '/v1/sync/changes').length
  const rounds: readonly (() => unknown)[] = [
    () => desk.signIn('ratna'),
    () => desk.networkIsBack(),
    () => desk.get('sync.now', {}),
  ]
  for (const begin of rounds) {
    const before = pulls()
    await begin()
    await expect.poll(pulls, { timeout: 20_000 }).toBeGreaterThan(before)
  }
  await desk.close()
  await proxy.close()
})

test('another desk’s hand-over arrives by a poke, without anybody asking', async () => {
  const scope = await city.office()
  const [here, there] = [
    await Desk.enrolled(city.url, scope, await city.enrolmentCode(scope)),
    await Desk.enrolled(city.url, scope, await city.enrolmentCode(scope)),
  ]
  await there.handOver(cardId(scope, 1))
  await there.round()
  await expect.poll(async () => (await here.card(cardId(scope, 1)))?.state, { timeout: 20_000 }).toBe('handed-over')
  for (const desk of [here, there]) await desk.close()
})

test('the next round is planned within a minute of a good one', async () => {
  const scope = await city.office()
  const desk = await Desk.enrolled(city.url, scope, await city.enrolmentCode(scope))
  await expect
    .poll(async () => {
      const { nextSyncAt } = await desk.overview()
      return nextSyncAt === null ? null : Date.parse(nextSyncAt) - Date.now() <= 60_000
    })
    .toBe(true)
  await desk.close()
})
