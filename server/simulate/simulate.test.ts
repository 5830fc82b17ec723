import { expect, test } from 'vitest'
import { type EntityName, entities } from '#shared/contract/sync/rows.ts'
import type { Application } from '#shared/domain/application/application.ts'
import { applicationClock, unitTerms } from '#shared/domain/service-clock/application-clock.ts'
import { readAreas, readRegionPack } from '../region/areas.ts'
import { chanceOf } from './chance.ts'
import { simulateDinas } from './dinas.ts'
import { simulateKelurahan } from './kelurahan.ts'
import { signingDesk } from './signing-desk.ts'

const now = Date.parse('2026-11-24T02:00:00.000Z')
const { kelurahan, dinas } = readAreas()

function aCity(seed: number, cards = 120, today = now) {
  const counters = { kitir: 0, shelf: new Map() }
  const world = { chance: chanceOf(seed), taken: new Set<string>(), counters, now: today }
  const [first] = kelurahan
  if (!first) throw new Error('a city without kelurahan')
  const desk = signingDesk(world.chance, first.code, '08', '2026-01-01T00:00:00.000Z')
  return simulateKelurahan(world, first, cards, desk)
}

const cardsOf = (seed: number) => aCity(seed).rows.filter(({ entity }) => entity === 'card')

test('the city has its 31 kecamatan and 153 kelurahan, each with a code and a short name of its own', () => {
  expect(new Set(kelurahan.map(({ kecamatanCode }) => kecamatanCode)).size).toBe(31)
  expect(new Set(kelurahan.map(({ code }) => code)).size).toBe(153)
  expect(new Set(kelurahan.map(({ short }) => short)).size).toBe(153)
})

test('the same seed gives the same rows, another seed gives others', () => {
  expect(aCity(7).rows).toEqual(aCity(7).rows)
  expect(aCity(8).rows).not.toEqual(aCity(7).rows)
})

test('every row is one that devices understand', () => {
  for (const { entity, row } of aCity(7).rows)
    expect(() => entities[entity satisfies EntityName].parse(row)).not.toThrow()
})

test('there are cards in every state, and an e-Kitir for everything that can happen at a counter', () => {
  const states = new Set(cardsOf(7).map(({ row }) => Reflect.get(row, 'state')))
  expect([...states].sort()).toEqual(
    ['damaged', 'handed-over', 'lost', 'print-queue', 'printed', 'ready', 'returned', 'shipped', 'sorted'].sort(),
  )
  const notes = new Set(aCity(7).kitirs.map(({ note }) => note))
  for (const note of [
    'ready',
    'handed-over',
    'two-cards',
    'no-verifier',
    'not-ready',
    'own-signed',
    'broken-signature',
    'no-card-yet',
  ])
    expect(notes).toContain(note)
})

test('every shipped card is in one parcel, and the last parcel brings twelve cards', () => {
  const { rows, parcels } = aCity(7)
  const listed = parcels.flatMap(({ shipment }) => shipment.cardIds)
  const shipped = cardsOf(7).filter(({ row }) => Reflect.get(row, 'state') === 'shipped')
  expect([...listed].sort()).toEqual(shipped.map(({ id }) => id).sort())
  expect(rows.filter(({ entity }) => entity === 'shipment').map(({ row }) => row)).toEqual(
    parcels.map(({ shipment }) => shipment),
  )
  for (const { row } of shipped)
    expect(parcels.map(({ shipment }) => shipment.id)).toContain(Reflect.get(row, 'shipmentId'))
  expect(parcels.at(-1)?.cards).toHaveLength(12)
})

test('no two people share a NIK', () => {
  const niks = aCity(7).rows.flatMap(({ entity, row }) =>
    entity === 'household' ? entities.household.parse(row).members.map(({ nik }) => nik) : [],
  )
  expect(new Set(niks).size).toBe(niks.length)
})

test('the Dinas is a unit of its own, with a supervisor, an administrator and a clerk whom devices understand', () => {
  const { rows, staff } = simulateDinas(chanceOf(7), dinas)
  for (const { entity, row } of rows) expect(() => entities[entity satisfies EntityName].parse(row)).not.toThrow()
  expect(rows[0]?.row).toMatchObject({ id: '3578-DINAS', kind: 'dinas', name: 'Gedung Siola' })
  expect(staff.map(({ username, roles }) => [username, ...roles])).toEqual([
    ['dewi', 'supervisor'],
    ['bagus', 'admin'],
    ['yuni', 'counter'],
  ])
})

test('what is simulated as late is late by the clock of the program, whatever day of the week it is', () => {
  const unit = { scope: 'x', kind: 'kelurahan', zone: 'Asia/Jakarta' } as const
  const terms = unitTerms(unit, readRegionPack(), null)
  for (const weekday of [0, 1, 2, 3, 4, 5, 6]) {
    const today = Date.parse('2026-11-23T03:00:00.000Z') + weekday * 86_400_000
    const { rows, kitirs } = aCity(7, 120, today)
    const applications = rows.flatMap(({ entity, row }) => (entity === 'application' ? [row as Application] : []))
    const lateAt = new Date(today).toISOString()
    const late = applications.filter((one) => applicationClock(one, [], terms, lateAt).clock.state === 'late')
    const meant = kitirs.filter(
      ({ note, kind }, at) => note === 'late' || (note === 'ready' && kind === 'ktp-el' && at === 5),
    )
    expect(late.map(({ kitirNumber }) => kitirNumber)).toEqual(
      expect.arrayContaining(meant.map(({ kitirNumber }) => kitirNumber)),
    )
  }
})
