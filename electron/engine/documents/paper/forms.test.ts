import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { Catalogue, Service } from '#shared/domain/catalogue/catalogue.ts'
import { letterKeys } from '#shared/domain/catalogue/filed-facts.ts'
import type { StatementForm } from '#shared/domain/catalogue/statement-form.ts'
import { type FormDraft, formDrafts, peopleOf } from '#shared/domain/paper/testing/form-drafts.ts'
import { aStatement } from '#shared/domain/paper/testing/papers.ts'
import catalogue from '../../../../resources/regions/surabaya-catalogue.json' with { type: 'json' }
import { pdfText } from '../../../../tests/fixtures/pdf-text.ts'
import { createDocuments } from '../create-documents.ts'

const { paper } = createDocuments(fileURLToPath(new URL('../../../../resources', import.meta.url)))
const pagesOf = async (of: Parameters<typeof paper>[0]) => pdfText(await paper(of))
const { services, forms = [] } = catalogue as Catalogue
const longName = 'Raden Ayu Kusumaningrat Widyaningtyas Prabandari Hadikusumo'
const numbers = { nik: '3578015204900001', kk: '3578010101190001', phone: '081234567890', passport: 'C1234567' }
const somebody = {
  ...{ ...numbers, name: longName, birthPlace: 'Surabaya', birthDate: '1990-04-12', sex: 'female' as const },
  nationality: 'Indonesia',
}
const anyNumber = new RegExp(Object.values(numbers).join('|'))

test('every form of the catalogue that is a letter is one page, empty and with the longest name, and prints no number of a person', async () => {
  for (const form of forms.filter(({ boxed }) => !boxed)) {
    const [empty, filled] = [await pagesOf(aStatement(form)), await pagesOf(aStatement(form, somebody))]
    expect([form.id, empty.length, filled.length]).toEqual([form.id, 1, 1])
    expect(empty[0]).toContain(form.title)
    expect(filled[0]).toContain('Widyaningtyas')
    expect(filled[0]).not.toMatch(anyNumber)
    if (form.code) expect(empty[0]).toContain(`Formulir ${form.code}`)
  }
}, 120_000)

/** Digits in boxes stand apart from each other. */
const bare = (pages: readonly string[]) => pages.join('').replaceAll(' ', '')

/** Everything that can be answered, each at its longest. */
const allAnswers = ({ fields }: Service) =>
  Object.fromEntries(
    fields.flatMap(({ id, kind, options = [] }) => {
      if (kind === 'letter') return Object.values(letterKeys(id)).map((key) => [key, 'SKTLK/123/XI/2026'] as const)
      const said = { choice: options.at(-1)?.id, date: '2026-11-20', number: '123456789', niks: `${numbers.nik}, 35` }
      return [[id, said[kind as keyof typeof said] ?? 'Jalan Contoh Nomor 17 '.repeat(6)] as const]
    }),
  )

test('every form of the catalogue that is a table of data is at most two pages for each of its services, empty and with everything filled in, and says that the Dinas has not checked it', async () => {
  const asked = services.flatMap((service) =>
    service.requirements.flatMap(({ form: id }) => {
      const form = forms.find((one) => one.id === id)
      return form?.boxed ? [{ form, service }] : []
    }),
  )
  expect(new Set(asked.map(({ form }) => form.id))).toEqual(
    new Set(['F-1.01', 'F-1.02', 'F-1.03', 'F-1.06', 'F-2.01', 'F-2.02']),
  )
  for (const { form, service } of asked) {
    const requirements = Object.fromEntries(
      service.requirements.map(({ id }) => [id, { how: 'original' as const, documents: [] }]),
    )
    const facts = { day: '2026-11-24', people: {}, answers: allAnswers(service), requirements }
    const empty = await pagesOf(aStatement(form, {}, { service }))
    const filled = await pagesOf(aStatement(form, somebody, { service, facts }))
    expect([form.id, service.code, empty.length <= 2, filled.length <= 2]).toEqual([form.id, service.code, true, true])
    expect(empty[0]).toContain(`${form.code} ${form.title}`)
    expect(empty[0]).toContain('Susunan isian ini belum diperiksa oleh Dinas.')
    expect(empty.join(' ')).not.toContain('Widyaningtyas')
    expect(filled[0]).toContain('Widyaningtyas')
    expect(bare(filled)).not.toMatch(anyNumber)
  }
}, 240_000)

test('what a draft knows stands in its form, in boxes and ticks, without numbers', async () => {
  const inDraft = [
    ['KK-MERAH', 'X Input data kepala keluarga dan anggota keluarga WNI', '1 Dewi Lestari Handayani', '12 April 1990'],
    ['KK-PECAH', 'X Membentuk keluarga baru', 'X KK lama/rusak X Buku nikah', 'Pemohon, Dewi Lestari Handayani'],
    ['PINDAH-KELUAR', 'X Surat keterangan pindah ', 'No. 17, RT 004 RW 002', 'X Pekerjaan', '0 1 1 2 2 0 2 6'],
    ['KK-BIODATA', '1 Dewi Lestari Handayani', '2 Agus Setiawan', '1 Dewi Lestari Dewi Lestari Handayani Nama, tempat'],
    ['AK-LAHIR', 'X Kelahiran', 'Putri Ayu Handayani', 'X Perempuan', '1 8 1 1 2 0 2 6', '3 2 0 0', '09.14'],
    ['AK-MATI', 'X Kematian', 'Joko Susilo', 'RSUD Contoh Surabaya', '2 1 1 1 2 0 2 6', 'X Dokter'],
    ['AK-KAWIN', 'X Perkawinan', 'X Belum kawin', 'Katolik', '1 4 1 1 2 0 2 6'],
    ['AK-ANAK', 'X Pengangkatan anak', 'Pengadilan Negeri Surabaya', '12/Pdt.P/2026/PN Sby', '0 5 1 0 2 0 2 6'],
    ['LN', 'X Kelahiran', 'Jepang', 'Osaka', '0 2 0 8 2 0 2 6', 'Pelapor, Dewi Lestari Handayani'],
  ] as const
  expect(formDrafts.map(({ service }) => service)).toEqual(inDraft.map(([service]) => service))
  for (const [at, [code, ...said]] of inDraft.entries()) {
    const draft = formDrafts[at] as FormDraft
    const form = forms.find(({ id }) => id === draft.form) as StatementForm
    const service = services.find((one) => one.code === code) as Service
    const facts = { day: '2026-11-24', ...draft }
    const text = (await pagesOf(aStatement(form, peopleOf(draft), { service, facts }))).join(' ')
    for (const words of said) expect(text).toMatch(new RegExp(words))
    for (const { nik, kk, phone } of Object.values(draft.people))
      for (const number of [nik, kk, phone]) if (number) expect(bare([text])).not.toContain(number)
  }
}, 120_000)

test('a family of ten has ten rows to write in, and who is named stands in the first', async () => {
  const form = forms.find(({ id }) => id === 'F-1.03') as StatementForm
  const service = services.find(({ code }) => code === 'PINDAH-KELUAR') as Service
  const members = Array.from({ length: 9 }, (_, at) => `357801010119000${at}`).join(', ')
  const facts = { day: '2026-11-24', people: {}, answers: { members }, requirements: {} }
  const pages = await pagesOf(aStatement(form, somebody, { service, facts }))
  expect(pages.length).toBeLessThanOrEqual(2)
  expect(pages.join(' ')).toMatch(/\(SHDK\) 1 Raden Ayu .* 2 3 4 5 6 7 8 9 10 Diisi oleh/)
})
