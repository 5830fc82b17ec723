import fc from 'fast-check'
import { expect, test } from 'vitest'
import file from '../../../resources/regions/surabaya-catalogue.json' with { type: 'json' }
import { requirementsFor } from './asked-now.ts'
import type { Catalogue, Service } from './catalogue.ts'
import { checkFiling } from './check-filing.ts'
import { searchCatalogue } from './search-catalogue.ts'
import { validFacts } from './testing/valid-facts.ts'

const catalogue = file as Catalogue
const found = (words: string) => searchCatalogue(catalogue, words).map(({ code }) => code)

test.each([
  ['kartu hilang', 'KTP-ULANG'],
  ['hilang kartu', 'KTP-ULANG'],
  ['ktp hilang', 'KTP-ULANG'],
  ['KTP saya hilang', 'KTP-ULANG'],
  ['ktp ilang', 'KTP-ULANG'],
  ['kpt hilang', 'KTP-ULANG'],
  ['ktp rusak', 'KTP-ULANG'],
  ['dompet hilang', 'KTP-ULANG'],
  ['bayi baru lahir', 'AK-LAHIR'],
  ['bayi lahr', 'AK-LAHIR'],
  ['akte lahir', 'AK-LAHIR'],
  ['akta kelahiran', 'AK-LAHIR'],
  ['akte hilang', 'AK-LAHIR2'],
  ['kk hilang', 'KK-HILANG'],
  ['kartu keluarga hilang', 'KK-HILANG'],
  ['kk rusak', 'KK-RUSAK'],
  ['pecah kk', 'KK-PECAH'],
  ['orang meninggal', 'AK-MATI'],
  ['suami meningal', 'AK-MATI'],
  ['nikah gereja', 'AK-KAWIN'],
  ['cerai', 'AK-CERAI'],
  ['anak angkat', 'AK-ANAK'],
  ['ganti nama', 'AK-UBAH'],
  ['pindah keluar kota', 'PINDAH-KELUAR'],
  ['pindah rumah', 'PINDAH-DALAM'],
  ['pindah datang', 'PINDAH-DATANG'],
  ['kartu anak', 'KIA'],
  ['kia', 'KIA'],
  ['ktp digital', 'IKD'],
  ['ktp di hp', 'IKD'],
  ['rekam ktp', 'REKAM'],
  ['ktp umur 17', 'KTP-BARU17'],
  ['ktp umur 16', 'KTP-BARU16'],
  ['kitas', 'OA'],
  ['anak kos', 'NONPERMANEN'],
  ['legalisir', 'LEGAL'],
  ['lupa password', 'AKUN'],
  ['nik ganda', 'KK-GANDA'],
  ['kk merah', 'KK-MERAH'],
  ['lahir di luar negeri', 'LN'],
  ['ak-mati', 'AK-MATI'],
])('"%s" finds %s first', (words, code) => {
  expect(found(words)[0]).toBe(code)
})

test('each thing that citizens call a service finds it among the first, also with its words turned round', () => {
  for (const { code, name, citizenWords } of catalogue.services)
    for (const words of [name, ...citizenWords]) {
      expect([words, found(words).slice(0, 3).includes(code)]).toEqual([words, true])
      const turned = words.split(' ').reverse().join(' ')
      expect([turned, found(turned).slice(0, 3).includes(code)]).toEqual([turned, true])
    }
})

test('while the word is being typed the answer is already there', () => {
  for (const begun of ['kartu hil', 'bayi baru la', 'pecah k', 'orang menin'])
    expect(found(begun).length).toBeGreaterThan(0)
  expect(found('bayi baru la')[0]).toBe('AK-LAHIR')
})

test('nothing asked is the whole catalogue in its order, and nonsense is nothing', () => {
  expect(found(' ')).toEqual(catalogue.services.map(({ code }) => code))
  for (const words of ['xyzzy qwerty', '???', '12345678']) expect(found(words)).toEqual([])
})

test('one slip of the finger in a long word changes nothing of what stands first', () => {
  const asked = ['kartu hilang', 'bayi lahir', 'orang meninggal', 'pindah rumah', 'ganti nama']
  fc.assert(
    fc.property(fc.constantFrom(...asked), fc.nat(), (words, place) => {
      const long = words.split(' ').sort((a, b) => b.length - a.length)[0] ?? ''
      const at = 1 + (place % (long.length - 1))
      const slipped = words.replace(long, `${long.slice(0, at)}${long.slice(at + 1)}`)
      expect(found(slipped)[0]).toBe(found(words)[0])
    }),
  )
})

test('a new service is data alone: it is found, asks its questions and is checked', () => {
  const added: Service = {
    code: 'KARTU-DISABILITAS',
    name: 'Kartu penyandang disabilitas',
    group: 'other',
    about: 'Kartu untuk penyandang disabilitas.',
    citizenWords: ['kartu difabel', 'kursi roda'],
    whoMayApply: [{ id: 'self', label: 'Yang bersangkutan' }],
    subject: 'person',
    people: [{ id: 'person', label: 'Yang bersangkutan', data: { nik: 'required', name: 'required' } }],
    fields: [
      {
        id: 'kind',
        label: 'Jenis',
        kind: 'choice',
        required: true,
        options: [
          { id: 'new', label: 'Baru' },
          { id: 'lost', label: 'Hilang' },
        ],
      },
    ],
    requirements: [
      { id: 'doctor-letter', label: 'Surat dokter', accepts: ['original'] },
      { id: 'police-letter', label: 'Surat polisi', accepts: ['copy'], when: { answer: 'kind', is: ['lost'] } },
    ],
    products: [{ kind: 'letter', label: 'Kartu' }],
    channels: ['counter'],
    exclusions: [],
    followUps: [],
    notes: [],
  }
  const grown = { ...catalogue, services: [...catalogue.services, added] }
  expect(searchCatalogue(grown, 'kartu difabel')[0]).toEqual(added)
  const facts = validFacts(added, { answers: { kind: 'lost' }, ages: {} }, '2026-11-24')
  expect(requirementsFor(added, facts).map(({ id }) => id)).toEqual(['doctor-letter', 'police-letter'])
  expect(checkFiling(added, facts)).toEqual([])
  expect(checkFiling(added, { ...facts, requirements: {} }).map(({ code }) => code)).toEqual([
    'requirement-missing',
    'requirement-missing',
  ])
})
