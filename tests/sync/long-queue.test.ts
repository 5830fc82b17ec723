import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { limits } from '#shared/contract/sync/protocol.ts'
import { CentreTrouble } from '../../electron/engine/sync/centre-trouble.ts'
import { type Exchange, type OpenExchange, openExchange } from '../../electron/engine/sync/exchange.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'
import { City, cardId } from './city.ts'
import { Desk } from './desk.ts'

// A real server starts, and other work may share the machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

let city: City
beforeAll(async () => {
  city = await City.found()
})
afterAll(() => city.close())

/** More than go into one batch. */
const queued = limits.pushCommands + 50

interface Told {
  /** Commands of each push, as it was about to be sent. */
  readonly batches: number[]
  before(push: number): Promise<void>
}

/** The real way to the centre; `before` may throw instead of it. */
const pushesTold =
  ({ batches, before }: Told): OpenExchange =>
  (options) => {
    const exchange = openExchange(options)
    const told: Exchange = async (...asked) => {
      const [{ path, body }] = asked
      if (path === '/v1/sync/push') {
        batches.push(JSON.parse(String(body)).commands.length)
        await before(batches.length)
      }
      return exchange(...asked)
    }
    return Object.assign(told, { close: () => exchange.close() })
  }

async function aDeskWithALongQueue(told: Told) {
  const scope = await city.office(queued)
  const desk = await Desk.open(city.url, scope, { folder: temporaryFolder('desk'), openExchange: pushesTold(told) })
  expect(await desk.sync.control.enrol({ code: await city.enrolmentCode(scope), serverUrl: city.url })).toMatchObject({
    ok: true,
  })
  expect(await desk.round()).toMatchObject({ ok: true })
  for (let number = 1; number <= queued; number++)
    await desk.handOver(cardId(scope, number), Buffer.from('one for all'))
  return { scope, desk }
}

test('the centre is asked about the next batch while the verdicts of the one before are written, and none is lost', async () => {
  const waiting: number[] = []
  const told: Told = {
    batches: [],
    before: async () => void waiting.push((await desk.commands()).waiting),
  }
  const { scope, desk } = await aDeskWithALongQueue(told)
  expect(await desk.round()).toMatchObject({ ok: true, value: { sent: queued } })
  expect(waiting.slice(0, 2)).toEqual([queued, queued])
  expect(told.batches.reduce((sum, size) => sum + size)).toBe(queued)
  expect(await desk.commands()).toMatchObject({ waiting: 0 })
  expect(await city.commands(scope)).toEqual((await desk.commands()).ids)
  expect(await desk.rows()).toEqual(await city.rows(scope))
  await desk.close()
})

test('a line that is gone before the second batch leaves the verdicts of the first on the disk', async () => {
  let broken = true
  const told: Told = {
    batches: [],
    before: async (push) => {
      if (push > 1 && broken) throw new CentreTrouble('no-answer', 'nothing')
    },
  }
  const { scope, desk } = await aDeskWithALongQueue(told)
  expect(await desk.round()).toMatchObject({ ok: false, refusal: { code: 'no-answer' } })
  const left = queued - (told.batches[0] ?? 0)
  expect(await desk.commands()).toMatchObject({ waiting: left })
  await desk.restart()
  broken = false
  expect(await desk.round()).toMatchObject({ ok: true, value: { sent: left } })
  expect(await city.commands(scope)).toEqual((await desk.commands()).ids)
  expect(await desk.rows()).toEqual(await city.rows(scope))
  await desk.close()
})
