import { expect, test } from 'vitest'
import { nameTroubles } from './name-troubles.ts'

test.each([
  ['Siti Aminah', []],
  ['Suparman', ['name-one-word']],
  ['H. Moh. Ali, S.H.', []],
  ["Nur'aini Putri-Dewi", []],
  ['Budi 2 Santoso', ['name-digits']],
  ['Budi_Santoso Jaya', ['name-signs']],
  ['A', ['name-short', 'name-one-word']],
  ['Ng Lie', []],
  [`Budi ${'a'.repeat(56)}`, ['name-long']],
])('of an old record: %s %j', (name, troubles) => {
  expect(nameTroubles(name, false)).toEqual(troubles)
})

test.each([
  ['Siti Aminah', []],
  ['Siti', ['name-one-word']],
  ['Moh Ali', ['name-abbreviated']],
  ['M Ali', ['name-abbreviated']],
  ['Siti A. Putri', ['name-abbreviated']],
  ["Nur'aini Putri", ['name-signs']],
  ['Siti 4minah', ['name-digits']],
  ['Ng Lie', []],
  [`Budi ${'a'.repeat(55)}`, []],
  [`Budi ${'a'.repeat(56)}`, ['name-long']],
])('given now: %s %j', (name, troubles) => {
  expect(nameTroubles(name, true)).toEqual(troubles)
})
