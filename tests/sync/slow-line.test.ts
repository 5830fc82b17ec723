import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openExchange } from '../../electron/engine/sync/exchange.ts'
import { NarrowLine } from '../fixtures/narrow-line.ts'
import { City, cardId } from './city.ts'
import { Desk } from './desk.ts'

// A real server starts, and other work may share the machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

let city: City
beforeAll(async () => {
  city = await City.found()
})
afterAll(() => city.close())

/** 128 kbit/s. */
const narrow = 16_000

/** The first status of which this holds; looked at when the screens would. */
async function statusWhen(desk: Desk, isSo: (status: Awaited<ReturnType<typeof statusOf>>) => boolean) {
  for (;;) {
    const told = desk.nextAnnouncement()
    const status = await statusOf(desk)
    if (isSo(status)) return status
    await told
  }
}

const statusOf = async (desk: Desk) => ({
  ...(await desk.sync.control.status()),
  blobs: (await desk.overview()).blobs,
})

test('a slow line is told with its speed and the time left while a large file goes over it, and not any more when it is quick', async () => {
  const scope = await city.office()
  const line = await NarrowLine.open(city.url)
  const desk = await Desk.enrolled(line.url, scope, await city.enrolmentCode(scope))
  await desk.handOver(cardId(scope, 1), randomBytes(2_000_000))
  line.narrowTo(narrow)
  const round = desk.round()
  const slow = await statusWhen(desk, ({ slowLine }) => slowLine !== null)
  expect(slow.slowLine?.kilobitsPerSecond).toBeGreaterThan(80)
  expect(slow.slowLine?.kilobitsPerSecond).toBeLessThan(160)
  expect([2, 3, 4]).toContain(slow.slowLine?.minutesLeft)
  // No more at once than a line of 64 kbit/s carries before the deadline.
  expect(slow.blobs).toEqual({ waiting: 1, bytes: 2_000_000, sent: 65_536 })

  await desk.handOver(cardId(scope, 2))
  await statusWhen(desk, ({ unsent, blobs }) => unsent.count === 0 && blobs.sent > 0)
  line.narrowTo(Number.POSITIVE_INFINITY)
  expect(await round).toMatchObject({ ok: true })
  expect(await statusOf(desk)).toMatchObject({ slowLine: null, blobs: { sent: 0 } })
  await desk.close()
  await line.close()
})

test('a quick line is not spoken of, however large the file', async () => {
  const scope = await city.office()
  const desk = await Desk.enrolled(city.url, scope, await city.enrolmentCode(scope))
  await desk.handOver(cardId(scope, 1), randomBytes(2_000_000))
  const round = desk.round()
  const under = await statusWhen(desk, ({ blobs }) => blobs.sent > 0 || blobs.waiting === 0)
  expect(under.slowLine).toBeNull()
  expect(await round).toMatchObject({ ok: true })
  await desk.close()
})

test('a large question has as long as a bad line needs; a small one is given up at the deadline', async () => {
  const server = createServer((request, answer) => {
    let bytes = 0
    request.on('data', (chunk) => {
      bytes += chunk.length
    })
    // Who asks for nothing gets nothing.
    request.on('end', () => bytes > 100 && answer.end(String(bytes)))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const line = await NarrowLine.open(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  line.narrowTo(40_000)
  const deadlines = { wholeMs: 400, stallMs: 400 }
  const { signal } = new AbortController()
  const exchange = openExchange({ serverUrl: line.url, proxy: null, authority: null, deadlines, signal })
  const ask = (size: number) =>
    exchange({ method: 'PUT', path: '/v1/blobs/x', body: Buffer.alloc(size) }, async ({ status }) => status)
  expect(await ask(40_000)).toBe(200)
  await expect(ask(10)).rejects.toMatchObject({ code: 'no-answer' })
  exchange.close()
  await line.close()
  server.close()
})
