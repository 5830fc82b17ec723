import { afterAll, beforeAll, expect, test, vi } from 'vitest'
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

async function throughProxy(cards: number) {
  const scope = await city.office(cards)
  const proxy = await FaultProxy.open(city.url)
  const desk = await Desk.enrolled(proxy.url, scope, await city.enrolmentCode(scope))
  return { scope, proxy, desk }
}

/** Of the scope: is its device still let in? */
const statesOf = async (scope: string) =>
  (await city.server.centre.db.selectFrom('devices').select('state').where('home_scope', '=', scope).execute()).map(
    ({ state }) => state,
  )

/** Of a body of some hundred bytes: its beginning, places in the middle, its end where it is so long. */
const places = [0, 2, 9, 30, 60, 97, 140, 180, 230, 300, 420, 555, 700, 860, 1_100, 1_400, 1_700]

test.each([
  ['/v1/sync/push', 'question'],
  ['/v1/sync/push', 'answer'],
  ['/v1/sync/audit', 'question'],
  ['/v1/sync/audit', 'answer'],
  ['/v1/sync/changes', 'answer'],
  ['/v1/blobs/', 'question'],
  ['/v1/blobs/', 'answer'],
] as const)(
  'one byte of %s changed in the %s is applied nowhere, shuts nobody out, and is sent again',
  async (path, of) => {
    const { scope, proxy, desk } = await throughProxy(places.length)
    for (const [index, bodyByte] of places.entries()) {
      const before = await desk.rows()
      await desk.handOver(cardId(scope, index + 1))
      const { flipped } = proxy
      proxy.break(path, { kind: 'flip', of, bodyByte })
      const round = await desk.round()
      // A shorter body arrived as it was.
      if (proxy.flipped > flipped) {
        // A zipped one that no longer unzips is told as cut; a few bytes of the zip's own head may be anything.
        if (!round.ok) expect(['answer-unreadable', 'answer-cut']).toContain(round.refusal.code)
        else expect(path).toBe('/v1/sync/changes')
        expect([before, await city.rows(scope)]).toContainEqual(await desk.rows())
      }
      proxy.mend()
      expect(await desk.round()).toMatchObject({ ok: true })
      expect(await desk.rows()).toEqual(await city.rows(scope))
    }
    expect(proxy.flipped).toBeGreaterThan(2)
    expect(await statesOf(scope)).toEqual(['active'])
    expect(await city.commands(scope)).toEqual((await desk.commands()).ids)
    expect(await desk.overview()).toMatchObject({ queue: [], exceptions: [], blobs: { waiting: 0 } })
    await desk.close()
    await proxy.close()
  },
)

test('a first copy with one byte changed is not kept, and goes on from where it was', async () => {
  const scope = await city.office(100)
  const proxy = await FaultProxy.open(city.url)
  const desk = await Desk.open(proxy.url, scope)
  await desk.sync.control.enrol({ code: await city.enrolmentCode(scope), serverUrl: proxy.url })
  for (const bodyByte of [40, 200, 400, 600]) {
    proxy.break('/v1/sync/snapshot', { kind: 'flip', of: 'answer', bodyByte })
    expect(await desk.round()).toMatchObject({ ok: false })
    expect(await desk.rows()).toEqual({})
  }
  expect(proxy.flipped).toBeGreaterThanOrEqual(4)
  proxy.mend()
  expect(await desk.round()).toMatchObject({ ok: true })
  expect(await desk.rows()).toEqual(await city.rows(scope))
  await desk.close()
  await proxy.close()
})

test('a place in the stream that was changed on its way to the centre is not answered from', async () => {
  const scope = await city.office(1)
  const answer = await fetch(`${city.url}/v1/sync/changes?cursor=abc&limit=5`, {
    headers: {
      'x-loket-protocol': '2',
      'x-loket-digest': 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    },
  })
  expect([answer.status, await answer.json(), await statesOf(scope)]).toEqual([400, { error: 'damaged' }, []])
})
