import { expect, test } from 'vitest'
import { byKecamatan, byUrgency, levelOf, type UnitFigures } from './urgency.ts'

const at = '2026-11-24T02:00:00.000Z'
const aUnit = (name: string, more: Partial<UnitFigures> = {}): UnitFigures => ({
  ...{ scope: name, name, kecamatan: 'Genteng', ready: 0, over30: 0, over90: 0, onTheWay: 0, inQueue: 0 },
  ...{ late: 0, dueSoon: 0, cases: 0, complaints: 0, claims: 0, devices: 1, lastContactAt: at, unsent: 0 },
  ...more,
})

test('what is late outweighs everything, and a desk that was not heard of since yesterday is said to be silent', () => {
  expect(levelOf(aUnit('A', { late: 1, cases: 3 }), at)).toBe('late')
  expect(levelOf(aUnit('A', { cases: 1, claims: 1 }), at)).toBe('case')
  expect(levelOf(aUnit('A', { claims: 1, dueSoon: 9 }), at)).toBe('claim')
  expect(levelOf(aUnit('A', { dueSoon: 1, lastContactAt: '2026-11-22T23:59:00.000Z' }), at)).toBe('silent')
  expect(levelOf(aUnit('A', { dueSoon: 1 }), at)).toBe('today')
  expect(levelOf(aUnit('A', { devices: 0, lastContactAt: null }), at)).toBe('absent')
  expect(levelOf(aUnit('A'), at)).toBe('calm')
})

test('the list begins with the most urgent unit, and of equals with the one that has more of it', () => {
  const units = [
    aUnit('Tenang'),
    aUnit('Kasus', { cases: 1 }),
    aUnit('Lewat satu', { late: 1 }),
    aUnit('Lewat', { late: 4 }),
  ]
  expect(byUrgency(units, at).map(({ name }) => name)).toEqual(['Lewat', 'Lewat satu', 'Kasus', 'Tenang'])
})

test('the picture keeps the order of the codes, kecamatan by kecamatan', () => {
  const units = [aUnit('B'), aUnit('A'), aUnit('C', { kecamatan: 'Gubeng' })]
  expect([...byKecamatan(units)].map(([name, group]) => [name, group.map((unit) => unit.name)])).toEqual([
    ['Genteng', ['B', 'A']],
    ['Gubeng', ['C']],
  ])
})
