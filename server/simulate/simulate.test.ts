import { expect, test } from 'vitest'
import { type EntityName, entities } from '#shared/contract/sync/rows.ts'
import { readAreas } from '../region/areas.ts'
import { chanceOf } from './chance.ts'
import { simulateKelurahan } from './kelurahan.ts'
import { signingDesk } from './signing-desk.ts'

const now = Date.parse('2026-11-24T02:00:00.000Z')
const { kelurahan } = readAreas()

function aCity(seed: number, cards = 120) {
  const world = { chance: chanceOf(seed), taken: new Set<string>(), counters: { kitir: 0, shelf: new Map() }, now }
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

test('no two people share a NIK', () => {
  const niks = aCity(7).rows.flatMap(({ entity, row }) =>
    entity === 'household' ? entities.household.parse(row).members.map(({ nik }) => nik) : [],
  )
  expect(new Set(niks).size).toBe(niks.length)
})
