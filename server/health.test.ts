import { afterEach, expect, test, vi } from 'vitest'
import { pushAnswer } from '#shared/contract/sync/protocol.ts'
import { type RunningServer, startServer } from './index.ts'
import { ACentre } from './testing/a-centre.ts'
import { databases } from './testing/databases.ts'

const [kind] = (await databases()).slice(-1)
let ending: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const end of ending) await end()
  ending = []
})

async function aServer(more: Parameters<typeof startServer>[0] = {}): Promise<RunningServer> {
  const database = await kind?.open()
  const server = await startServer({ ...database?.config, ...more })
  ending.push(
    () => server.close(),
    async () => database?.drop(),
  )
  return server
}
const statusOf = async (url: string, headers: Record<string, string> = {}) => (await fetch(url, { headers })).status

test('a process says that it lives and that it is ready; without its database it is not', async () => {
  const { url, centre } = await aServer()
  expect([await statusOf(`${url}/healthz`), await statusOf(`${url}/readyz`)]).toEqual([200, 200])
  await centre.pokes.close()
  await centre.database.close()
  expect([await statusOf(`${url}/healthz`), await statusOf(`${url}/readyz`)]).toEqual([200, 503])
})

test('the figures tell routes and statuses, to this machine or to whoever has the token', async () => {
  const { url } = await aServer()
  await statusOf(`${url}/v1/lookup?code=SECRET-CODE`, { 'x-loket-protocol': '2' })
  const text = await (await fetch(`${url}/metrics`)).text()
  expect(text).toContain('loket_requests_total{method="GET",route="/v1/lookup",status="401"} 1')
  expect(text).toContain('loket_request_seconds_bucket{method="GET",route="/v1/lookup",le="+Inf"} 1')
  expect(text).not.toContain('SECRET-CODE')
  for (const line of text.trim().split('\n'))
    expect(line).toMatch(/^(# (HELP|TYPE) .*|[a-z_]+(\{[^}]*\})? [0-9.e+-]+)$/)
  expect(await statusOf(`${url}/metrics`, { 'x-forwarded-for': '203.0.113.7' })).toBe(401)
  const guarded = await aServer({ metricsToken: 'figures' })
  expect(await statusOf(`${guarded.url}/metrics`)).toBe(401)
  expect(await statusOf(`${guarded.url}/metrics`, { authorization: 'Bearer figure' })).toBe(401)
  expect(await statusOf(`${guarded.url}/metrics`, { authorization: 'Bearer figures' })).toBe(200)
})

test('a push that is under way when the server is told to end comes to its verdict, streams end, and then nobody answers', async () => {
  if (!kind) throw new Error('no database')
  const centre = await ACentre.open(kind)
  const card = await centre.addCard('c-1')
  const device = await centre.device()
  const stream = await device.request('/v1/sync/poke')
  const { deviceId } = device.identity
  const body = JSON.stringify({ deviceId, generation: 1, commands: [device.handOver(card.id)] })
  const rest = Promise.withResolvers<string>()
  const begun = Promise.withResolvers<void>()
  const inTwo = new ReadableStream<Uint8Array>({
    async pull(controller) {
      controller.enqueue(Buffer.from(body.slice(0, 100)))
      begun.resolve()
      controller.enqueue(Buffer.from(await rest.promise))
      controller.close()
    },
  })
  const sent = { method: 'POST', headers: { 'content-type': 'application/json' }, body: inTwo, duplex: 'half' as const }
  const answer = device.request('/v1/sync/push', sent)
  await begun.promise
  await vi.waitUntil(async () => (await underWay(centre.url)) === 3)
  const closing = centre.close()
  expect(await stream.text()).toContain(': open')
  rest.resolve(body.slice(100))
  expect(pushAnswer.parse(await (await answer).json())).toMatchObject({ lastSeq: 1, verdicts: [{ kind: 'applied' }] })
  await closing
  await expect(fetch(`${centre.url}/healthz`)).rejects.toThrow()
})

/** The poke stream, the push, and the question itself. */
async function underWay(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text()
  return Number(/^loket_requests_under_way (\d+)$/m.exec(text)?.[1])
}
