import { afterEach, expect, test } from 'vitest'
import { Counter } from '../../testing/counter.ts'

let counter: Counter
afterEach(() => counter.close())

async function aDesk() {
  counter = await Counter.with({})
  await counter.signIn()
}
const search = async (words: string) => counter.get('catalogue.search', { words, limit: 5 })

test('in the words of a citizen the service is found without the centre, with its promise from the city', async () => {
  await aDesk()
  const { rows } = await search('kartu hilang')
  expect(rows[0]).toMatchObject({
    code: 'KTP-ULANG',
    standard: {
      promisedWorkingDays: 1,
      formalWorkingDays: null,
      fulfilledBy: 'ready-for-collection',
      grounds: ['recent-reprint', 'new-photo-or-signature', 'wrong-data-by-applicant', 'force-majeure'],
    },
  })
  expect((await search('')).total).toBe(36)
})

test('a service that promises nothing has no grounds to lose a promise', async () => {
  await aDesk()
  const { standard } = await counter.get('catalogue.get', { code: 'AK-KAWIN' })
  expect(standard).toEqual({
    promisedWorkingDays: null,
    excludedBy: null,
    fulfilledBy: 'document-ready',
    formalWorkingDays: null,
    grounds: [],
  })
})

test('the catalogue of a newer pack is in force at once, and the rules that every act reads stay small', async () => {
  await aDesk()
  const { settings } = await counter.deps.reading(async (db) => ({
    settings: { region: await db.settings.region(), catalogue: await db.settings.catalogue() },
  }))
  const [first] = settings.catalogue.services
  if (!first) throw new Error('no service')
  const added = { ...first, code: 'BARU', name: 'Layanan baru', citizenWords: ['layanan anyar'], followUps: [] }
  const catalogue = { version: 2, services: [...settings.catalogue.services, added] }
  await counter.write((tx) => tx.settings.saveRegion({ ...settings.region, version: 9, catalogue }))
  expect(await search('layanan anyar')).toMatchObject({ version: 2, rows: [{ code: 'BARU' }] })
  const region = await counter.deps.reading((db) => db.settings.region())
  expect([region.version, region.catalogue]).toEqual([9, undefined])
  // A pack from a centre that has no catalogue yet leaves the one that is here.
  await counter.write((tx) => tx.settings.saveRegion({ ...settings.region, version: 10 }))
  expect((await search('layanan anyar')).version).toBe(2)
})

test('an unknown code is refused, as a question and as a paper', async () => {
  await aDesk()
  const paper = { kind: 'service-leaflet', id: 'NONE' } as const
  expect((await counter.fault('catalogue.get', { code: 'NONE' })).code).toBe('service-unknown')
  expect((await counter.fault('paper.preview', { paper })).code).toBe('service-unknown')
})
