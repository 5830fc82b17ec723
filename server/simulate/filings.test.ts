import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { entities } from '#shared/contract/sync/rows.ts'
import { checkFiling } from '#shared/domain/catalogue/check-filing.ts'
import type { Filing } from '#shared/domain/filing/filing.ts'
import { sentBack } from '#shared/domain/filing/step.ts'
import { readAreas, readRegionPack } from '../region/areas.ts'
import { localDay } from './calendar.ts'
import { chanceOf } from './chance.ts'
import { simulateFilings } from './filings.ts'
import { simulateKelurahan } from './kelurahan.ts'
import { KngStore } from './kng/kng-store.ts'
import { readyIn } from './ready-one.ts'
import { signingDesk } from './signing-desk.ts'

const now = Date.parse('2026-11-24T02:00:00.000Z')
const [kelurahan] = readAreas().kelurahan
const { catalogue } = readRegionPack()

async function filed() {
  if (!kelurahan || !catalogue) throw new Error('a city without kelurahan or catalogue')
  const chance = chanceOf(7)
  const taken = new Set<string>()
  const desk = signingDesk(chance, kelurahan.code, '08', '2026-01-01T00:00:00.000Z')
  const counters = { kitir: 0, shelf: new Map() }
  const made = simulateKelurahan({ chance, taken, counters, now }, kelurahan, 40, desk)
  const kng = new KngStore(null)
  const where = {
    chance: chanceOf(8),
    kelurahan,
    staff: made.staff,
    desk,
    taken,
    now,
    catalogue,
    kng,
    verifiers: false,
  }
  const { rows, kitirs, documents } = await simulateFilings(where, readyIn(made))
  const filings = rows.flatMap(({ entity, row }) => (entity === 'filing' ? [row as Filing] : []))
  return { rows, kitirs, documents, kng, filings }
}

test('a counter has applications in every state that a clerk meets, each row one that devices understand', async () => {
  const { rows, filings, kitirs } = await filed()
  for (const { entity, row } of rows) expect(() => entities[entity].parse(row)).not.toThrow()
  expect(filings.map(({ status }) => status)).toEqual([
    ...['DIAJUKAN', 'VERIFIKASI', 'PERBAIKAN', 'SIAP_UNDUH', 'ANTRE_CETAK', 'SELESAI', 'SIAP_DIAMBIL'],
  ])
  expect(filings.map((one) => sentBack(one)).filter((one) => one !== null)).toMatchObject([
    { about: ['lossReport', 'police-letter'] },
  ])
  expect(kitirs).toHaveLength(6)
  expect(rows.filter(({ entity }) => entity === 'kitir')).toHaveLength(7)
})

test('each was filed as the catalogue asks for it', async () => {
  for (const { service, at, people, answers, requirements } of (await filed()).filings) {
    const known = catalogue?.services.find(({ code }) => code === service)
    if (!known) throw new Error(`no service ${service}`)
    const facts = { day: localDay(Date.parse(at)), people, answers, requirements }
    const blocking = checkFiling(known, facts).filter(({ severity }) => severity === 'blocking')
    expect(blocking).toEqual([])
  }
})

test('what is ready to download is there under its hash, and KNG goes on with all of them', async () => {
  const { filings, documents, kng } = await filed()
  const results = filings.flatMap((one) => one.results)
  expect(results.map(({ title }) => title)).toEqual(['KK', 'KK'])
  for (const { sha256 } of results)
    expect(
      createHash('sha256')
        .update(documents.get(sha256) ?? '')
        .digest('hex'),
    ).toBe(sha256)
  expect(Object.keys(kng.state.applications)).toEqual(filings.map(({ id }) => id))
})

test('the same seed gives the same rows', async () => {
  expect((await filed()).rows).toEqual((await filed()).rows)
})
