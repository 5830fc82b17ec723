import { expect, test } from 'vitest'
import { readPosition } from './read-position.ts'
import { readTargets } from './read-targets.ts'

const read = (...lines: readonly string[]) => readTargets(lines.join('\n'), [])
const problems = (...lines: readonly string[]) =>
  read(...lines).problems.map(({ line, problem, out }) => [line, problem, out])

test('a table from Excel, with headings in its own order, is read by its headings', () => {
  expect(read('NIK\tNama\tKeterangan\tJenis', "'3578015204400001\tSiti  Aminah\tLantai dua\tLansia").targets).toEqual([
    { name: 'Siti Aminah', nik: '3578015204400001', kind: 'bedridden', wants: ['recording'], note: 'Lantai dua' },
  ])
})

test('without headings the order is name, kind, wants, NIK, note; commas inside quotes part nothing', () => {
  expect(read('"Riyadi, Slamet",RW 3,ambil kartu dan IKD,,').targets).toEqual([
    { name: 'Riyadi, Slamet', nik: null, kind: 'neighbourhood', wants: ['card', 'ikd'], note: '' },
  ])
  expect(read('', 'SMAN 5;sekolah').targets).toMatchObject([{ name: 'SMAN 5', kind: 'school' }])
})

test('a NIK that Excel spoilt, one of 15 digits and one that is there twice keep their lines out, each told by its line', () => {
  expect(
    problems(
      'nama;jenis;keperluan;nik',
      'Satu;sakit;;3,57802E+15',
      'Dua;sakit;;357801520440001',
      'Tiga;sakit;;3578015204400001',
      'Empat;sakit;;3578 0152 0440 0001',
      'Lima;sakit;;3578015204400000',
    ),
  ).toEqual([
    [2, 'nik-excel', true],
    [3, 'nik-length', true],
    [5, 'nik-twice', true],
    [6, 'nik-excel', true],
  ])
})

test('where every NIK of the list ends in 0 a table may have spoilt them: each line says so and is taken; one alone is right', () => {
  expect(problems('Satu;sakit;;3578015204400010', 'Dua;sakit', 'Tiga;sakit;;3578015204400020')).toEqual([
    [1, 'nik-zeroed', false],
    [3, 'nik-zeroed', false],
  ])
  expect(problems('Satu;sakit;;3578015204400010', 'Tiga;sakit;;3578015204400021')).toEqual([])
})

test('digits in a name, the same name twice, 30 February and an unknown kind are said and taken', () => {
  const { targets } = read('Budi 2;sakit', 'Wati;sakit', 'wati;apa;;3578013002900001')
  expect(targets.map(({ name }) => name)).toEqual(['Budi 2', 'Wati', 'wati'])
  expect(problems('Budi 2;sakit', 'Wati;sakit', 'wati;apa;;3578013002900001')).toEqual([
    [1, 'name-digits', false],
    [3, 'name-twice', false],
    [3, 'nik-unlikely', false],
    [3, 'kind-unknown', false],
  ])
})

test('who is in the plan already is not taken again, and an empty list is none', () => {
  const known = [{ name: 'Siti Aminah', nik: '3578015204400001' }]
  expect(readTargets('Siti A;sakit;;3578015204400001', known).targets).toEqual([])
  expect(readTargets('\n \n', known)).toEqual({ targets: [], problems: [] })
})

test('coordinates as a phone copies them, and nothing else', () => {
  expect(readPosition('-7.257472, 112.752088')).toEqual({ lat: -7.257472, lon: 112.752088 })
  expect(readPosition('-7.257472,112.752088')).toEqual({ lat: -7.257472, lon: 112.752088 })
  expect(readPosition('-7,257; 112,752')).toEqual({ lat: -7.257, lon: 112.752 })
  for (const wrong of ['', '-7.2', '91, 112', '-7.2, 181', 'Balai RW', '1, 2, 3'])
    expect(readPosition(wrong)).toBeNull()
})
