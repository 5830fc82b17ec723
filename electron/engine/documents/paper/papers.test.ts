import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import { openDecoder } from '#shared/decoding/open-decoder.ts'
import type { Catalogue, Service } from '#shared/domain/catalogue/catalogue.ts'
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

const { services } = catalogue as Catalogue

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
