import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import { openDecoder } from '#shared/decoding/open-decoder.ts'
import type { Catalogue, Service } from '#shared/domain/catalogue/catalogue.ts'
import { letterKeys } from '#shared/domain/catalogue/filed-facts.ts'
import type { StatementForm } from '#shared/domain/catalogue/statement-form.ts'
import { type FormDraft, formDrafts, peopleOf } from '#shared/domain/paper/testing/form-drafts.ts'
import {
  aCompensationReceipt,
  aDailyRecord,
  aHandoverList,
  aLabelSheet,
  aLostStatement,
  anAppLeaflet,
  anOldCardRecord,
  aParty,
  aProxyLetter,
  aReminderList,
  aReturnRecord,
  aServiceLeaflet,
  aShipmentRecord,
  aStatement,
  someCards,
} from '#shared/domain/paper/testing/papers.ts'
import catalogue from '../../../../resources/regions/surabaya-catalogue.json' with { type: 'json' }
import { pdfText } from '../../../../tests/fixtures/pdf-text.ts'
import { signaturePng } from '../../../../tests/printing/signature-png.ts'
import { createDocuments } from '../create-documents.ts'

const { paper, pictures } = createDocuments(fileURLToPath(new URL('../../../../resources', import.meta.url)))
const pagesOf = async (of: Parameters<typeof paper>[0]) => pdfText(await paper(of))

test('a berita acara penerimaan says who gave what to whom, when, and what is missing', async () => {
  const [first, last] = await pagesOf(aShipmentRecord())
  expect(first).toContain('BERITA ACARA PENERIMAAN KARTU Nomor: 0012/BAP/3578071004-02/2026')
  expect(first).toContain('Selasa, tanggal dua puluh empat, bulan November')
  expect(first).toContain('Berdasarkan berita acara pengiriman nomor 0417/BAK/SIOLA/2026')
  expect(first).toContain('KTP-el sebanyak 8 (delapan) keping dan KIA sebanyak 3 (tiga) keping')
  expect(first).toContain('3578********1000')
  expect(last).toContain('Jumlah menurut daftar : 12 (dua belas) keping')
  expect(last).toContain('Jumlah fisik : 11 (sebelas) keping')
  expect(last).toContain('Selisih : kurang 1 (satu) keping')
  expect(last).toMatch(/PIHAK KEDUA, Rini Wulandari .* PIHAK PERTAMA, Bambang Sutrisno .* Mengetahui, Lurah Ketabang/)
})

test('the leaflet of the apps is one page, names nobody, and its codes lead to where the apps are got', async () => {
  const pdf = await paper(anAppLeaflet())
  const [page = '', ...more] = await pdfText(pdf)
  expect(more).toEqual([])
  expect(page).toContain('CARA MEMAKAI KLAMPID DAN IKD')
  expect(page).toContain('OTP tidak diberikan kepada siapa pun')
  const { pages } = await pictures(pdf, { dpi: 200, mostPages: 1 })
  const sheet = await loadImage(Buffer.from(pages[0] ?? []))
  const half = (from: number) => {
    const canvas = createCanvas(sheet.width, sheet.height / 3)
    const context = canvas.getContext('2d')
    context.drawImage(sheet, 0, -from * sheet.height)
    return context.getImageData(0, 0, canvas.width, canvas.height)
  }
  const wasm = fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'))
  const decoder = await openDecoder(async () => Uint8Array.from(await readFile(wasm)).buffer)
  const read = async ({ data, width, height }: ReturnType<typeof half>) =>
    decoder.decode({ data: Uint8ClampedArray.from(data), width, height }, 'thorough')
  expect([await read(half(0.12)), await read(half(0.42))]).toEqual([
    'https://klampid.example',
    'https://toko.example/ikd',
  ])
})

test('three hundred cards go over many pages: each has the head of the table, the number and its page', async () => {
  const pages = await pagesOf(aShipmentRecord({ announced: 301, rows: someCards(300), complete: false }))
  expect(pages.length).toBeGreaterThan(8)
  for (const [at, page] of pages.entries()) {
    expect(page).toContain(`Halaman ${at + 1} dari ${pages.length}`)
    expect(page).toContain('Nomor 0012/BAP/3578071004-02/2026')
  }
  for (const page of pages.slice(0, -1)) expect(page).toContain('No Nomor kitir Nama NIK Jenis Kondisi Keterangan')
  const all = pages.join(' ')
  for (let at = 0; at < 300; at++) expect(all).toContain(`3578********${1000 + at}`)
  expect(pages.at(-1)).toContain('Penerimaan sebagian')
})

test('a shipment without cards is a record of nothing, and none of its rows is made up', async () => {
  const [page, ...more] = await pagesOf(
    aShipmentRecord({ direction: 'dispatch', shipmentNumber: null, announced: 0, rows: [] }),
  )
  expect(more).toEqual([])
  expect(page).toContain('BERITA ACARA PENGIRIMAN KARTU')
  expect(page).toContain('Keterangan Nihil Jumlah menurut daftar : 0 (nol) keping')
  expect(page).toContain('Selisih : tidak ada')
})

test('a label that nobody knows has its row, and counts as one too many', async () => {
  const unknown = {
    kitirNumber: 'LABEL-X-9',
    ownerName: null,
    nikMasked: null,
    cardKind: null,
    condition: 'extra' as const,
    note: 'Tidak ada dalam daftar',
  }
  const [page] = await pagesOf(aShipmentRecord({ announced: 0, unlisted: 1, rows: [unknown] }))
  expect(page).toContain('1 LABEL-X-9 Tidak dikenal - - Lebih Tidak ada dalam daftar')
  expect(page).toContain('Selisih : lebih 1 (satu) keping')
})

test('cards that go back to the Dinas are listed with why', async () => {
  const text = (await pagesOf(aReturnRecord())).join(' ')
  expect(text).toContain('BERITA ACARA PENGEMBALIAN KARTU Nomor: 0003/BAR/')
  expect(text).toContain('KTP-el sebanyak 7 (tujuh) keping dan KIA sebanyak 2 (dua) keping')
  expect(text).toContain('Salah cetak Foto tertukar')
})

test('old cards are destroyed before two witnesses, or go back to somebody of the Dinas', async () => {
  const destroyed = (await pagesOf(anOldCardRecord())).join(' ')
  expect(destroyed).toContain('BERITA ACARA PEMUSNAHAN KARTU LAMA')
  expect(destroyed).toContain('dengan cara dipotong')
  expect(destroyed).toMatch(/Saksi 1, Fauzi Rahman .* Saksi 2, Hendra Gunawan/)
  const receiver = aParty('Bambang Sutrisno', 'Petugas Dinas')
  const returned = (await pagesOf(anOldCardRecord({ outcome: 'returned', receiver }))).join(' ')
  expect(returned).toContain('BERITA ACARA PENGEMBALIAN KARTU LAMA')
  expect(returned).toMatch(/Yang menerima, Bambang Sutrisno Petugas Dinas Petugas, Rini/)
})

test('a surat kuasa has what is known of the owner, lines for the rest, and room for the materai', async () => {
  const [page, ...more] = await pagesOf(aProxyLetter())
  expect(more).toEqual([])
  expect(page).toContain('Nama : Dewi Lestari Handayani NIK : Tempat/tanggal lahir')
  expect(page).toContain('untuk mengambil KTP-el atas nama Dewi Lestari Handayani')
  expect(page).toContain('Materai Rp10.000')
  expect(page).toContain('Layanan ini tidak dipungut biaya.')
})

test('an empty surat kuasa names nobody', async () => {
  const [page] = await pagesOf(aProxyLetter({ giver: null, card: null }))
  expect(page).not.toContain('Dewi')
  expect(page).toContain('untuk mengambil KTP-el/KIA *) atas nama ....')
  expect(page).toContain('*) Coret yang tidak perlu.')
})

test('the statement of a lost card names the officer, the card and how it had come', async () => {
  const [page, ...more] = await pagesOf(aLostStatement({ account: 'Tidak ditemukan pada hitung akhir hari.' }))
  expect(more).toEqual([])
  expect(page).toContain('Kode petugas : KTB-R07')
  expect(page).toContain('berita acara pengiriman nomor 0417/BAK/SIOLA/2026 tanggal 20 November 2026')
  expect(page).toContain('Tidak ditemukan pada hitung akhir hari.')
  expect(page).toContain('Surabaya, 24 November 2026 Yang menyatakan')
})

test('a kuitansi says the amount in figures and words, on two sheets of one page', async () => {
  const [page, ...more] = await pagesOf(aCompensationReceipt())
  expect(more).toEqual([])
  const sheets = page?.split('Lembar 2: arsip') ?? []
  expect(sheets).toHaveLength(2)
  for (const sheet of sheets) {
    expect(sheet).toContain('Uang sejumlah : Rp50.000 (lima puluh ribu rupiah)')
    expect(sheet).toContain('Jatuh tempo : Jumat, 20 November 2026 pukul 14.00 WIB')
    expect(sheet).not.toContain('SALINAN')
  }
})

test('a copy of a kuitansi says so on both sheets, and a name too long for half a page gets whole ones', async () => {
  const name = `Raden Ayu ${'Kusumaningrat Widyaningtyas '.repeat(4)}Hadikusumo`
  const pages = await pagesOf(aCompensationReceipt({ copy: 2, applicantName: name, recipient: aParty(name, null) }))
  expect(pages).toHaveLength(2)
  for (const page of pages) expect(page).toContain('SALINAN KE-2')
})

test('a signature list has a row for each, those who did not come too', async () => {
  const text = (await pagesOf(aHandoverList())).join(' ')
  expect(text).toContain('Sekolah : SMA Negeri Contoh 5')
  expect(text).toContain('0230/BST/3578071004-02/2026')
  expect(text).toContain('Belum Tidak hadir')
  expect(text).toContain('Diterima 18 dari 20 kartu')
  expect(text).toContain(
    'Guru penanggung jawab, Nur Hidayati, S.Pd. Wakil Kepala Sekolah Yang menyerahkan, Rini Wulandari',
  )
})

test('the day in figures fits on one page with its difference explained', async () => {
  const [page, ...more] = await pagesOf(aDailyRecord())
  expect(more).toEqual([])
  expect(page).toContain('Seharusnya ada 85 28 113 Hasil hitung fisik 84 28 112 Selisih -1 0 -1')
  expect(page).toContain('Tidak ada Terakhir dipindai pukul 13.05')
  expect(page).toContain('Kompensasi dibayar 1 (Rp50.000)')
  expect(page).toContain('Giliran : pukul 07.28 WIB sampai 15.23 WIB')
})

test('a quiet day says that there is no difference, and leaves a line for who takes over', async () => {
  const [page] = await pagesOf(aDailyRecord({ differences: [], handOvers: [], taking: null }))
  expect(page).toContain('Tidak ada selisih.')
  expect(page).toContain('Yang menerima alih, ......')
})

test('labels begin at the free place of a used sheet and go on over to the next', async () => {
  const pages = await pagesOf(aLabelSheet(30, 5))
  expect(pages).toHaveLength(2)
  expect(pages.map((page) => page.match(/KNG-2611-/g)?.length)).toEqual([20, 10])
})

test('a name too long for a label is cut short, so that it does not stand on the next one', async () => {
  const sheet = aLabelSheet(1)
  const labels = sheet.labels.map((one) => ({ ...one, ownerName: 'Kusumaningrat '.repeat(14) }))
  const [page] = await pagesOf({ ...sheet, labels })
  expect(page).toMatch(/ Ku\.\.\. KNG-2611-101000/)
})

test('the code on a label is read again from the printed sheet', async () => {
  const wasm = fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'))
  const decoder = await openDecoder(async () => Uint8Array.from(await readFile(wasm)).buffer)
  const { pages } = await pictures(await paper(aLabelSheet(1, 24)), { dpi: 200, mostPages: 1 })
  const sheet = await loadImage(Buffer.from(pages[0] ?? []))
  const [width, height] = [Math.floor(sheet.width / 3), Math.floor(sheet.height / 8)]
  const context = createCanvas(width, height).getContext('2d')
  context.drawImage(sheet, -2 * width, -7 * height)
  const { data } = context.getImageData(0, 0, width, height)
  expect(await decoder.decode({ data: Uint8ClampedArray.from(data), width, height }, 'thorough')).toBe(
    'KNG-KARTU-3578071004-00000001',
  )
})

test('a damaged signature leaves room for a pen', async () => {
  const signature = Buffer.concat([signaturePng().subarray(0, 400), Buffer.from('rusak')])
  const [page] = await pagesOf(aCompensationReceipt({ recipient: aParty('Dewi Lestari', null, { signature }) }))
  expect(page).toContain('Yang menerima, Dewi Lestari Mengetahui, Pengawas')
})

test('pictures are of the first pages, and say how many there are', async () => {
  const pdf = await paper(aShipmentRecord({ rows: someCards(120) }))
  const { pageCount, pages } = await pictures(pdf, { dpi: 60, mostPages: 2 })
  expect(pageCount).toBeGreaterThan(3)
  const sizes = await Promise.all(pages.map(async (page) => loadImage(Buffer.from(page))))
  expect(sizes.map(({ width, height }) => [width, height])).toEqual([
    [496, 702],
    [496, 702],
  ])
})

test('a name in strange letters, without a space or with a line break is written as far as the typeface goes, and breaks nothing', async () => {
  const [card] = someCards(1)
  if (!card) throw new Error('a card')
  const names = ['Ni Lúh\nŁucja ‘Ayu’ 名前 😀', `${'Kusumaningrat'.repeat(6)}`, '<b>"x"; {{y}}</b>']
  const text = (
    await pagesOf(
      aShipmentRecord({ rows: names.map((ownerName) => ({ ...card, ownerName, note: 'Rusak '.repeat(50) })) }),
    )
  ).join(' ')
  expect(text).toContain("Ni Lúh Lucja 'Ayu' ?? ?")
  expect(text.replaceAll(' ', '')).toContain('Kusumaningrat'.repeat(6))
  expect(text).toContain('<b>"x"; {{y}}</b>')
})

test('a list of uncollected cards names whom to tell, where the card lies, for how long, and leaves room for what came of it', async () => {
  const [page, ...more] = await pagesOf(aReminderList())
  expect(more).toEqual([])
  expect(page).toContain('DAFTAR KARTU BELUM DIAMBIL')
  expect(page).toContain('No Nama Jenis Tempat Hari Terakhir diingatkan Hasil')
  expect(page).toContain('Agus Setiawan KNG-2611-101037 KTP-el A 2 01 36 -')
  expect(page).toContain('24 Oktober 2026')
  expect(page).toContain('Rini Wulandari')
  expect(page).not.toContain('3578')
})

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

test('the services that ask for most are leaflets of one page with their papers, their time and where they are filed', async () => {
  // The most papers, and the most lines beside them.
  const longest = services.filter(({ code }) => ['AK-LAHIR', 'KIA'].includes(code))
  for (const service of longest) {
    const [page, ...more] = await pagesOf(aServiceLeaflet(service))
    expect([service.code, more.length]).toEqual([service.code, 0])
    expect(page).toContain(service.name)
    for (const { label } of service.requirements) expect(page).toContain(label.slice(0, 20))
    expect(page).toContain('Tempat mengajukan')
  }
  const [page] = await pagesOf(aServiceLeaflet(services.find(({ code }) => code === 'KIA') as Service))
  expect(page).toContain('Pas foto anak (asli atau unggahan; bila 5 tahun ke atas)')
  expect(page).toContain('Standar pelayanan 7 hari kerja')
})
