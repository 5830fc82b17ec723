import { randomBytes } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildApp } from '../../server/app.ts'
import { FloodGate, floodLimits } from '../../server/auth/flood-gate.ts'
import { ACentre, adminToken, scope } from '../../server/testing/a-centre.ts'
import { type ADevice, errorOf } from '../../server/testing/a-device.ts'
import { databases } from '../../server/testing/databases.ts'

const [kind] = (await databases()).slice(-1)
let centre: ACentre
let device: ADevice
/** `GET /v1/lookup` of every route that this server has. */
let routes: { readonly method: string; readonly url: string }[]

beforeAll(async () => {
  if (!kind) throw new Error('no database')
  centre = await ACentre.open(kind)
  device = await centre.device()
  const heard: typeof routes = []
  const onRoute = ({ methods, url }: { methods: readonly string[]; url: string }) =>
    void heard.push(...methods.map((method) => ({ method, url })))
  await (await buildApp(centre.server.centre, { onRoute })).ready()
  routes = heard
})
afterAll(() => centre.close())

const pathOf = (url: string) =>
  url
    .replace(':sha256', 'a'.repeat(64))
    .replace(/:[a-zA-Z]+/g, 'x')
    .replace('*', 'x')
/** For a token of administration; what the server of the citizens' app delivers, too. */
const byToken = (url: string) => url.startsWith('/v1/admin/') || url.startsWith('/v1/intake/')
const bare = (method: string, url: string, more: RequestInit = {}) =>
  fetch(`${centre.url}${pathOf(url)}`, { method, ...more, headers: { 'x-loket-protocol': '2', ...more.headers } })

/** How a device comes in, a description of the routes, and what a load balancer asks. */
const open = [
  'GET /docs*',
  'GET /healthz',
  'GET /metrics',
  'GET /readyz',
  'POST /v1/challenge',
  'POST /v1/devices/:id/farewell',
  'POST /v1/devices/:id/generation',
  'POST /v1/devices/:id/move',
  'POST /v1/devices/enrol',
  'POST /v1/recovery',
  'POST /v1/token',
]

test('every route wants a token but for those by which a device comes in, and none answers a wrong one', async () => {
  const asked = new Set<string>()
  for (const { method, url } of routes) {
    const name = url.startsWith('/docs') ? 'GET /docs*' : `${method === 'HEAD' ? 'GET' : method} ${url}`
    if (open.includes(name)) {
      asked.add(name)
      continue
    }
    for (const authorization of [undefined, 'Bearer x', `Bearer ${scope}_${'x'.repeat(43)}`, `Basic ${adminToken}`]) {
      const { status } = await bare(method, url, authorization ? { headers: { authorization } } : {})
      // Wrong tokens of administration are counted: the twenty-first is told to wait.
      expect({ method, url, authorization, refused: status === 401 || status === 429 }).toEqual({
        method,
        url,
        authorization,
        refused: true,
      })
    }
  }
  expect([...asked].sort()).toEqual(open)
  expect(routes.length).toBeGreaterThan(35)
  centre.later(3600)
})

test('a token of administration opens no route of a device, and that of a device none of administration', async () => {
  await device.signIn()
  for (const { method, url } of routes.filter(({ url }) => url.startsWith('/v1/'))) {
    const answer = byToken(url)
      ? await device.request(pathOf(url), { method })
      : await bare(method, url, { headers: { authorization: `Bearer ${adminToken}` } })
    if (open.includes(`${method} ${url}`)) continue
    expect({ method, url, refused: [401, 429].includes(answer.status) }).toEqual({ method, url, refused: true })
  }
  centre.later(3600)
  await device.signIn()
})

test('a device says nothing in the name of another one', async () => {
  const other = await centre.device()
  const id = other.identity.deviceId
  const heartbeat = {
    appVersion: '1',
    unsent: 0,
    oldestUnsentAt: null,
    exceptions: 0,
    freeDiskBytes: null,
    deviceTime: '2026-11-24T02:00:00.000Z',
  }
  expect((await device.post(`/v1/devices/${id}/heartbeat`, heartbeat)).status).not.toBe(200)
  expect(errorOf(await device.post(`/v1/devices/${id}/recovery`, { sealedKey: 'AAAA' }))).toBe('not-this-device')
  const audit = { deviceId: id, generation: 1, entries: [] }
  expect((await device.post('/v1/sync/audit', audit)).status).toBe(400)
})

test('every answer forbids to be framed, guessed at, kept and read by another site, and no site may ask', async () => {
  for (const path of ['/v1/lookup?code=x', '/healthz', '/no-such-place', '/v1/admin/acts']) {
    const answer = await bare('GET', path, { headers: { origin: 'https://evil.example' } })
    const { headers } = answer
    expect({ path, ...Object.fromEntries(headers) }).toMatchObject({
      path,
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'strict-transport-security': 'max-age=63072000; includeSubDomains',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    })
    expect(headers.has('access-control-allow-origin')).toBe(false)
  }
  const asking = { origin: 'https://evil.example', 'access-control-request-method': 'POST' }
  const preflight = await bare('OPTIONS', '/v1/sync/push', { headers: asking })
  expect([preflight.status, preflight.headers.has('access-control-allow-origin')]).toEqual([404, false])
})

test('a body larger than its route takes is refused, with a token and without', async () => {
  const json = JSON.stringify({ text: 'x'.repeat(3_200_000) })
  const small = JSON.stringify({ text: 'x'.repeat(300_000) })
  const takesMuch = ['/v1/sync/push', '/v1/sync/audit']
  for (const { method, url } of routes) {
    // Whoever is not revoked is told so before a word of it is read.
    if (method !== 'POST' || byToken(url) || url.startsWith('/v1/farewell/')) continue
    const sent = { method, headers: { 'content-type': 'application/json' } }
    const body = takesMuch.includes(url) ? json : small
    expect({ url, status: (await device.request(pathOf(url), { ...sent, body })).status }).toEqual({ url, status: 413 })
  }
  const bytes = { method: 'PUT', headers: { 'content-type': 'application/octet-stream' }, body: randomBytes(8_400_000) }
  expect((await device.request(`/v1/blobs/${'a'.repeat(64)}`, bytes)).status).toBe(413)
})

test('a gigabyte of zeros, packed into one megabyte, is refused and takes no memory', async () => {
  const bomb = Buffer.concat(Array<Buffer>(1024).fill(gzipSync(Buffer.alloc(1_048_576))))
  const before = process.resourceUsage().maxRSS
  const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' }
  for (const path of ['/v1/sync/push', '/v1/sync/audit', '/v1/challenge'])
    expect((await device.request(path, { method: 'POST', headers, body: new Uint8Array(bomb) })).status).toBe(413)
  expect(process.resourceUsage().maxRSS - before).toBeLessThan(200_000)
})

test('a body that says less than it is, is no gzip, or is packed twice, is refused by name', async () => {
  const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' }
  const ask = async (more: Record<string, string>, body: string) => {
    const answer = await device.request('/v1/sync/push', { method: 'POST', headers: { ...headers, ...more }, body })
    return answer.status
  }
  expect(await ask({}, '{"not":"gzip"}')).toBeLessThan(500)
  expect(await ask({ 'content-encoding': 'gzip, gzip' }, 'x')).toBe(415)
  expect(await ask({ 'content-encoding': 'br' }, 'x')).toBe(415)
  expect((await device.request('/v1/region-pack')).status).toBe(200)
})

test('a stranger who names a device two thousand times holds it off no second', async () => {
  const { deviceId } = device.identity
  const body = JSON.stringify({ deviceId })
  for (let round = 0; round < 20; round++)
    await Promise.all(
      Array.from({ length: 100 }, () =>
        bare('POST', '/v1/challenge', { headers: { 'content-type': 'application/json' }, body }),
      ),
    )
  expect((await device.signIn()).status).toBe(200)
  const kept = await centre.server.centre.db.selectFrom('challenges').select('nonce').execute()
  // Only nonces that somebody proved to be for are kept at all.
  expect(kept.length).toBeLessThan(20)
})

test('a nonce serves one token, is of one device, cannot be made up and ends after two minutes', async () => {
  const nonceOf = async (deviceId: string) => {
    const answer = await bare('POST', '/v1/challenge', {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ deviceId }),
    })
    return String((await answer.json()).nonce)
  }
  const { deviceId } = device.identity
  const trade = async (nonce: string) => {
    const signature = Buffer.from(device.sign(Buffer.from(`loket-token:${nonce}`))).toString('base64url')
    return (await device.post('/v1/token', { deviceId, nonce, signature })).status
  }
  const nonce = await nonceOf(deviceId)
  expect([await trade(nonce), await trade(nonce)]).toEqual([200, 401])
  expect(await trade(await nonceOf('another'))).toBe(401)
  const [until = '', ...rest] = (await nonceOf(deviceId)).split('.')
  expect(await trade([(Number.parseInt(until, 36) + 999).toString(36), ...rest].join('.'))).toBe(401)
  for (const made of ['', '.', '..', 'x.y.z', `${until}.${rest[0]}`]) expect(await trade(made)).toBe(401)
  const old = await nonceOf(deviceId)
  centre.later(121)
  expect(await trade(old)).toBe(401)
})

test('who asks without end is told to wait, each for itself, and is answered again a minute later', () => {
  let now = new Date('2026-11-24T02:00:00.000Z')
  const gate = new FloodGate(() => now)
  for (let n = 0; n < floodLimits.push; n++) gate.count('push', 'one')
  const refused = expect.objectContaining({ status: 429, error: 'rate-limited', more: { retryAfterSeconds: 60 } })
  expect(() => gate.count('push', 'one')).toThrow(refused)
  gate.count('push', 'two')
  gate.count('pull', 'one')
  now = new Date(now.getTime() + 60_000)
  gate.count('push', 'one')
})

test('a device that asks without end is answered 429 with when to come again', async () => {
  const other = await centre.device()
  const statuses = new Map<number, number>()
  const ask = async () => (await other.post('/v1/sync/audit', {})).status
  for (let round = 0; round < 13; round++)
    for (const status of await Promise.all(Array.from({ length: 100 }, ask)))
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
  expect(Object.fromEntries(statuses)).toEqual({ 400: floodLimits.push, 429: 1300 - floodLimits.push })
  const last = await other.request('/v1/sync/audit', { method: 'POST' })
  expect([last.status, Number(last.headers.get('retry-after')) > 0]).toEqual([429, true])
  expect((await device.request('/v1/region-pack')).status).toBe(200)
})

test('where a request comes from is believed of a known load balancer alone', async () => {
  const app = await buildApp(centre.server.centre, { trustedProxies: ['192.0.2.1'] })
  const guess = async (remoteAddress: string, said: string) => {
    const headers = { authorization: 'Bearer guess', 'x-forwarded-for': said }
    return (await app.inject({ url: '/v1/admin/acts', remoteAddress, headers })).statusCode
  }
  for (let attempt = 1; attempt <= 20; attempt++) expect(await guess('192.0.2.1', '203.0.113.7')).toBe(401)
  expect(await guess('192.0.2.1', '203.0.113.7')).toBe(429)
  expect(await guess('192.0.2.1', '203.0.113.8')).toBe(401)
  // Somebody else may say what he likes: he is counted as himself.
  for (let attempt = 1; attempt <= 20; attempt++) expect(await guess('198.51.100.9', `203.0.113.${attempt}`)).toBe(401)
  expect(await guess('198.51.100.9', '203.0.113.99')).toBe(429)
  await app.close()
})
