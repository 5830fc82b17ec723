import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { City, cardId } from './city.ts'
import { Desk } from './desk.ts'
import { FaultProxy, type LineFault } from './fault-proxy.ts'

// A real server starts, and other work may share the machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

let city: City
beforeAll(async () => {
  city = await City.found()
})
afterAll(() => city.close())

const throughProxy = async (scope: string) => {
  const proxy = await FaultProxy.open(city.url)
  const desk = await Desk.enrolled(proxy.url, scope, await city.enrolmentCode(scope))
  return { proxy, desk }
}

const push = '/v1/sync/push'

test('an answer to a push cut at any byte, with the engine rebuilt from disk in between, loses and doubles nothing', async () => {
  const scope = await city.office(40)
  const { proxy, desk } = await throughProxy(scope)
  await desk.handOver(cardId(scope, 1))
  await desk.round()
  const places = [0, 1, 10, 100, 200, 300, 400, 450, 500, 520, 540, 560, 580, 600, 620, 640, 660, 680, 700, 720, 800]
  for (const [index, afterBytes] of places.entries()) {
    await desk.handOver(cardId(scope, index + 2))
    const met = proxy.met
    proxy.breakOnce(push, { kind: 'cut', afterBytes })
    const round = await desk.round()
    expect(proxy.met).toBe(met + 1)
    if (!round.ok) expect(['no-answer', 'answer-cut']).toContain(round.refusal.code)
    proxy.mend()
    if (index % 2 === 0) await desk.restart()
    expect(await desk.round()).toMatchObject({ ok: true })
    expect((await desk.commands()).waiting).toBe(0)
  }
  expect(await city.commands(scope)).toEqual((await desk.commands()).ids)
  expect(await desk.rows()).toEqual(await city.rows(scope))
  expect((await desk.overview()).exceptions).toEqual([])
  await desk.close()
  await proxy.close()
})

test('a pull and a first copy cut at any byte end in the rows of the centre', async () => {
  const scope = await city.office(300)
  const proxy = await FaultProxy.open(city.url)
  const desk = await Desk.open(proxy.url, scope)
  proxy.break('/v1/sync/snapshot', { kind: 'cut', afterBytes: 3_000 })
  await desk.sync.control.enrol({ code: await city.enrolmentCode(scope), serverUrl: proxy.url })
  expect(await desk.round()).toMatchObject({ ok: false, refusal: { code: 'answer-cut' } })
  expect(await desk.sync.control.status()).toMatchObject({ lastSyncAt: null })
  proxy.mend()
  await desk.restart()
  expect(await desk.round()).toMatchObject({ ok: true })
  for (const afterBytes of [0, 50, 200, 400, 600]) {
    await city.write([
      {
        scope,
        entity: 'unit',
        id: scope,
        row: { id: scope, scope, kind: 'kelurahan', name: `N${afterBytes}`, kecamatan: 'C', zone: 'Asia/Jakarta' },
      },
    ])
    proxy.breakOnce('/v1/sync/changes', { kind: 'cut', afterBytes })
    await desk.round()
    proxy.mend()
    await desk.restart()
    await desk.round()
    expect(await desk.rows()).toEqual(await city.rows(scope))
  }
  await desk.close()
  await proxy.close()
})

const html = { kind: 'stand-in', status: '200 OK', type: 'text/html', body: '<h1>Silakan masuk</h1>' } as const
const faults: readonly (readonly [string, LineFault, object])[] = [
  ['a page of a Wi-Fi portal', html, { code: 'centre-unreadable', details: { reason: 'html' } }],
  [
    'a redirect to a portal',
    { kind: 'stand-in', status: '302 Found', type: 'text/html', body: '' },
    { code: 'centre-unreadable', details: { reason: 'redirect' } },
  ],
  [
    'status 500',
    { kind: 'stand-in', status: '500 Internal Server Error', type: 'application/json', body: '{"error":"internal"}' },
    { code: 'centre-error', details: { reason: 'status', status: 500 } },
  ],
  [
    'status 502 with a page',
    { kind: 'stand-in', status: '502 Bad Gateway', type: 'text/html', body: '<h1>Bad gateway</h1>' },
    { code: 'centre-error', details: { reason: 'status', status: 502 } },
  ],
  [
    'half a JSON',
    { kind: 'stand-in', status: '200 OK', type: 'application/json', body: '{"verdicts":[' },
    { code: 'answer-unreadable', details: { reason: 'not-json' } },
  ],
  [
    'JSON of another shape',
    { kind: 'stand-in', status: '200 OK', type: 'application/json', body: '{"verdicts":"none"}' },
    { code: 'answer-unreadable', details: { reason: 'unexpected' } },
  ],
  [
    'verdicts about nothing that was sent',
    {
      kind: 'stand-in',
      status: '200 OK',
      type: 'application/json',
      body: '{"verdicts":[],"lastSeq":0,"serverTime":"2026-01-01T00:00:00.000Z"}',
    },
    { code: 'answer-unreadable', details: { reason: 'unexpected' } },
  ],
  ['a closed connection', { kind: 'closed' }, { code: 'no-answer', details: { reason: 'nothing' } }],
]

test.each(faults)('%s instead of an answer is told apart, and everything stays queued', async (_, fault, told) => {
  const scope = await city.office()
  const { proxy, desk } = await throughProxy(scope)
  await desk.handOver(cardId(scope, 1))
  proxy.break(push, fault)
  expect(await desk.round()).toMatchObject({ ok: false, refusal: told })
  expect(await desk.sync.control.status()).toMatchObject({
    connection: { state: 'offline', fault: told },
    unsent: { count: 1 },
  })
  proxy.mend()
  expect(await desk.round()).toMatchObject({ ok: true, value: { sent: 1 } })
  expect(await desk.sync.control.status()).toMatchObject({
    connection: { state: 'online', fault: null },
    unsent: { count: 0 },
  })
  await desk.close()
  await proxy.close()
})

test('a line that swallows the question is given up after fifteen seconds, not before', async () => {
  const scope = await city.office()
  const { proxy, desk } = await throughProxy(scope)
  await desk.handOver(cardId(scope, 1))
  proxy.break(push, { kind: 'silent' })
  const given = vi.fn()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    const round = desk.round().finally(given)
    // Not by `expect.poll`: that lets the clock of the test run.
    while (proxy.met === 0) await new Promise(setImmediate)
    await vi.advanceTimersByTimeAsync(14_999)
    expect(given).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(await round).toMatchObject({ ok: false, refusal: { details: { reason: 'nothing' } } })
  } finally {
    vi.useRealTimers()
  }
  expect(await desk.sync.control.status()).toMatchObject({ unsent: { count: 1 } })
  await desk.close()
  await proxy.close()
})

test('a hand-over that would now clash stays queued and says so until the centre has decided', async () => {
  const scope = await city.office()
  const { proxy, desk } = await throughProxy(scope)
  const other = await Desk.enrolled(city.url, scope, await city.enrolmentCode(scope))
  await other.handOver(cardId(scope, 1))
  await other.round()
  await other.close()
  proxy.break(push, { kind: 'stand-in', status: '500 No', type: 'application/json', body: '{"error":"internal"}' })
  await desk.handOver(cardId(scope, 1))
  expect(await desk.round()).toMatchObject({ ok: false, refusal: { code: 'centre-error' } })
  expect((await desk.overview()).queue).toMatchObject([{ state: 'will-clash', cardId: cardId(scope, 1) }])
  expect(await desk.card(cardId(scope, 1))).toMatchObject({ centre: 'will-clash' })
  proxy.mend()
  await desk.round()
  expect(await desk.overview()).toMatchObject({ queue: [], exceptions: [{ kind: 'conflict' }] })
  expect(await desk.card(cardId(scope, 1))).toMatchObject({ centre: 'case' })
  await desk.close()
  await proxy.close()
})

test('nobody at the address: the centre is down, and not the network', async () => {
  const scope = await city.office()
  const { proxy, desk } = await throughProxy(scope)
  await proxy.close()
  expect(await desk.round()).toMatchObject({
    ok: false,
    refusal: { code: 'centre-down', details: { reason: 'unreachable' } },
  })
  await desk.close()
})

test('a cut connection ends what is under way at once and survives a restart', async () => {
  const scope = await city.office()
  const { proxy, desk } = await throughProxy(scope)
  await desk.handOver(cardId(scope, 1))
  proxy.break(push, { kind: 'silent' })
  const round = desk.round()
  await expect.poll(() => proxy.met).toBe(1)
  await desk.sync.control.setConnection(false)
  expect(await round).toMatchObject({ ok: false, refusal: { details: { reason: 'switched-off' } } })
  await desk.restart()
  desk.sync.control.start()
  await expect.poll(async () => (await desk.sync.control.status()).connection.state).toBe('cut')
  proxy.mend()
  await desk.sync.control.setConnection(true)
  await expect.poll(async () => (await desk.commands()).waiting).toBe(0)
  await desk.close()
  await proxy.close()
})

test('a large blob that was cut goes on after the line is back, with the hand-overs made meanwhile before it', async () => {
  const scope = await city.office()
  const { proxy, desk } = await throughProxy(scope)
  await desk.handOver(cardId(scope, 1), Buffer.alloc(1_500_000, 3))
  proxy.break('/v1/blobs/', { kind: 'silent' })
  const stuck = desk.round()
  await expect.poll(() => proxy.met).toBe(1)
  proxy.mend()
  await desk.sync.control.setConnection(false)
  await stuck
  await desk.sync.control.setConnection(true)
  await desk.handOver(cardId(scope, 2))
  await desk.round()
  expect(await desk.overview()).toMatchObject({ queue: [], blobs: { waiting: 0 } })
  await desk.close()
  await proxy.close()
})
