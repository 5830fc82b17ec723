import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { aFiling } from '../../electron/engine/testing/a-filing.ts'
import { City } from './city.ts'
import { addPerson, EngineDesk } from './dinas-desk.ts'

// Real servers and engines start, and other work may share the machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

let city: City
beforeAll(async () => {
  city = await City.found()
})
afterAll(() => city.close())

/** Five of a family in one go. */
const family = {
  ...aFiling,
  services: Array(5)
    .fill(aFiling.services[0])
    .map((one) => ({ ...one, collectionUnit: null })),
}

async function file(desk: EngineDesk) {
  const { draftId } = await desk.get('intake.save-draft', { draftId: null, draft: family })
  return (await desk.get('application.file', { draftId })).filed.map(({ kitirNumber }) => kitirNumber)
}

test('two desks that file at the same second without a network give no number twice, and the centre has them all', async () => {
  const scope = await city.office(0)
  const desks: EngineDesk[] = []
  for (const name of ['ani', 'budi']) {
    await addPerson(city, scope, name, 'kelurahan')
    desks.push(await EngineDesk.of(city.url, await city.enrolmentCode(scope), name))
  }
  for (const desk of desks) await desk.get('sync.set-connection', { connected: false })
  const numbers = (await Promise.all([...desks, ...desks].map(file))).flat()
  expect(new Set(numbers).size).toBe(20)
  expect(new Set(numbers.map((number) => number.replaceAll('-', ''))).size).toBe(20)

  for (const desk of desks) {
    await desk.get('sync.set-connection', { connected: true })
    await desk.sync()
  }
  for (const desk of desks) {
    await desk.sync()
    const { rows } = await desk.get('application.list', { filter: 'all', search: '', offset: 0, limit: 100 })
    expect(rows.map(({ kitirNumber }) => kitirNumber).toSorted()).toEqual(numbers.toSorted())
    expect(new Set(rows.map(({ centre }) => centre))).toEqual(new Set(['recorded']))
  }
  for (const desk of desks) await desk.close()
})
