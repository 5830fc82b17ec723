import { expect, test } from 'vitest'
import type { DataPart } from '../catalogue/data-form.ts'
import type { FiledFacts } from '../catalogue/filed-facts.ts'
import { dataPieceOf, printedFor } from './data-form-of.ts'
import type { PersonOf, Said } from './said.ts'

const nobody: PersonOf = () => ({})
const fields: Said['service']['fields'] = [
  { id: 'why', label: 'Alasan', kind: 'choice', required: true, options: [{ id: 'work', label: 'Pekerjaan' }] },
  { id: 'order', label: 'Anak ke', kind: 'number', required: true },
  { id: 'akta', label: 'Nomor akta', kind: 'akta', required: true },
  { id: 'members', label: 'NIK anggota', kind: 'niks', required: true },
]
const said = (facts: Partial<FiledFacts> = {}): Said => ({
  service: { code: 'PINDAH-KELUAR', name: 'Pindah keluar', fields },
  unit: 'Kelurahan Ketabang',
  facts: { ...{ day: '2026-11-24', people: {}, answers: {}, requirements: {} }, ...facts },
})

const valuesOf = (part: DataPart, answers: Record<string, string>) => {
  const piece = dataPieceOf(part, nobody, said({ answers }))
  return 'rows' in piece ? piece.rows.map(({ value }) => value) : []
}

test('an answer stands in words, a day and a number in boxes; what does not fit into its boxes is written out, a number of a document is not', () => {
  const rows: DataPart = {
    rows: [
      { label: 'Alasan', answer: ['why'] },
      { label: 'Kelahiran ke', answer: ['order'], boxes: 2 },
      { label: 'Tanggal', answer: ['on'], day: true },
      { label: 'Nomor akta', answer: ['akta'] },
      { label: 'Anggota', answer: ['members'] },
    ],
  }
  const known = { why: 'work', order: '2', on: '2026-11-18', akta: '3578-LU-1', members: '3578010101190003, 35' }
  expect(valuesOf(rows, known)).toEqual([
    { text: 'Pekerjaan' },
    { boxes: 2, text: '2' },
    { day: '2026-11-18' },
    { text: null },
    { text: '2 orang' },
  ])
  expect(valuesOf(rows, { order: 'kedua', on: 'kemarin' }).slice(1, 3)).toEqual([
    { text: 'kedua' },
    { text: 'kemarin' },
  ])
  expect(valuesOf(rows, {})).toEqual([
    { text: null },
    { boxes: 2, text: null },
    { day: null },
    { text: null },
    { text: null },
  ])
})

test('a box is ticked in its case or when its paper was shown, not when that was missing; a heading has none', () => {
  const lists: DataPart = {
    lists: [
      {
        ticks: [
          { label: 'A', plain: true },
          { label: 'Pindah', cases: [{ services: ['PINDAH-KELUAR'] }] },
          { label: 'Pecah', cases: [{ services: ['KK-PECAH'] }] },
          { label: 'Kerja', cases: [{ services: ['PINDAH-KELUAR'], when: { answer: 'why', is: ['work'] } }] },
          { label: 'KK', papers: ['kk', 'old-kk'] },
          { label: 'Paspor', papers: ['passport'] },
          { label: 'Lainnya' },
        ],
      },
    ],
  }
  const requirements = {
    'old-kk': { how: 'copy', documents: [] },
    passport: { how: 'missing', documents: [] },
  } as const
  const piece = dataPieceOf(lists, nobody, said({ answers: { why: 'work' }, requirements }))
  const ticked = 'lists' in piece ? piece.lists[0]?.ticks.map((one) => one.ticked) : []
  expect(ticked).toEqual([null, true, false, true, true, false, false])
  expect(printedFor({ ...lists, in: ['KK-PECAH'] }, said())).toBe(false)
})

test('a table has a row for each who is named, once, one for each further member, and empty ones to its count; answers stand in the first', () => {
  const dewi = { name: 'Dewi', nik: '3578015204900001', kk: '3578010101190001', sex: 'female' } as const
  const people: Record<string, typeof dewi | { readonly name: string }> = { a: dewi, b: dewi, c: { name: 'Agus' } }
  const personOf: PersonOf = ([role = '']) => people[role] ?? {}
  const table: DataPart = {
    ...{ count: 3, people: ['a', 'b', 'c', 'd'], members: 'members' },
    table: [
      { label: 'Nama', ask: 'name' },
      { label: 'NIK', ask: 'nik', width: 170 },
      { label: 'Semula dan menjadi', answer: ['from', 'to'], joined: ' menjadi ' },
    ],
  }
  const rowsWith = (answers: Record<string, string>) => {
    const piece = dataPieceOf(table, personOf, said({ answers }))
    return 'cells' in piece ? piece.cells : []
  }
  expect(rowsWith({ from: 'SLTA', to: 'S1' })).toEqual([
    ['Dewi', null, 'SLTA menjadi S1'],
    ['Agus', null, null],
    [null, null, null],
  ])
  expect(rowsWith({ members: '1, 2, 3' })).toHaveLength(5)
})
