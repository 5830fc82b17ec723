import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { storeVerdicts } from '../../electron/engine/sync/store-verdicts.ts'
import { City, cardId } from './city.ts'
import { Desk } from './desk.ts'

// A real server starts, and other work may share the machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

let city: City
beforeAll(async () => {
  city = await City.found()
})
afterAll(() => city.close())

test('a centre that was put back and judges the same for another reason has its new reason kept', async () => {
  const scope = await city.office()
  const desk = await Desk.enrolled(city.url, scope, await city.enrolmentCode(scope))
  await desk.handOver(cardId(scope, 1), undefined, 'nobody-of-this-office')
  await desk.round()
  const kept = () => desk.store.read.selectFrom('command').selectAll().executeTakeFirstOrThrow()
  const before = await kept()
  expect(before).toMatchObject({ verdict: 'applied', verdict_code: 'not-permitted' })
  const verdict = {
    ...({
      commandId: before.id,
      seq: 1,
      generation: 1,
      kind: 'applied',
      original: null,
      caseId: before.case_id,
    } as const),
    ...{ code: 'card-not-ready', decidedAt: '2026-11-24T03:00:00.000Z' },
  }
  await desk.store.inTransaction((trx) => storeVerdicts(trx, desk.baseRows, [before], [verdict]))
  expect(await kept()).toMatchObject({ verdict: 'applied', verdict_code: 'card-not-ready' })
  await desk.close()
})
