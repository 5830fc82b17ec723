import { afterAll, beforeAll, expect, test } from 'vitest'
import { City, cardId } from './city.ts'
import { Desk } from './desk.ts'

let city: City
beforeAll(async () => {
  city = await City.found()
}, 60_000)
afterAll(() => city.close())

const deskAt = async (scope: string) => Desk.enrolled(city.url, scope, await city.enrolmentCode(scope))

test('a card handed over at one desk is handed over at the other after both have synced', async () => {
  const scope = await city.office()
  const [first, second] = [await deskAt(scope), await deskAt(scope)]
  const fact = await first.handOver(cardId(scope, 1))
  expect(await first.card(cardId(scope, 1))).toMatchObject({ state: 'handed-over', centre: 'waiting' })
  expect(await first.round()).toMatchObject({ ok: true, value: { sent: 1 } })
  await second.round()
  const recorded = { state: 'handed-over', receipt: fact.receiptNumber, centre: 'recorded' }
  expect(await first.card(cardId(scope, 1))).toEqual(recorded)
  expect(await second.card(cardId(scope, 1))).toEqual(recorded)
  expect(await first.rows()).toEqual(await city.rows(scope))
  expect(await second.rows()).toEqual(await city.rows(scope))
  expect(first.errors).toEqual([])
  await Promise.all([first.close(), second.close()])
})
