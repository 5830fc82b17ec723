import { expect, test } from 'vitest'
import type { PersonRole } from '#shared/domain/catalogue/catalogue.ts'
import { missingOf, withoutFilled } from './known-person.ts'

const role: PersonRole = {
  ...{ id: 'child', label: 'Anak' },
  data: { nik: 'required', kk: 'required', name: 'required', birthDate: 'required', sex: 'required' },
}
const first = {
  nik: '3578014105150001',
  kk: '3578010101190001',
  name: 'Ayu Pertama',
  birthDate: '2015-05-01',
  sex: 'female',
} as const

test('what is known fills in what is empty, and leaves what was typed', () => {
  expect(missingOf(role, { nik: first.nik, name: 'Ayu P' }, first)).toEqual({
    ...{ kk: first.kk, birthDate: first.birthDate, sex: first.sex },
  })
})

test('where the number becomes that of the twin, the name of the first goes; what was typed, and the KK of both, stay', () => {
  const filled = { kk: first.kk, name: first.name, birthDate: first.birthDate, sex: first.sex }
  const mended = { ...first, nik: '3578014105150002', address: 'Jl. Contoh 3' }
  expect(withoutFilled(mended, filled)).toEqual({ nik: mended.nik, kk: first.kk, address: 'Jl. Contoh 3' })
  expect(withoutFilled({ ...mended, name: 'Ayu Kedua' }, filled).name).toBe('Ayu Kedua')
})
