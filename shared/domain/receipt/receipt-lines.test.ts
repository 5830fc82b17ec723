import { expect, test } from 'vitest'
import type { Receipt } from './receipt.ts'
import type { ReceiptColumns, ReceiptLine } from './receipt-line.ts'
import { receiptLines } from './receipt-lines.ts'
import { aKiaReceipt, aReceipt } from './testing/a-receipt.ts'

/** The paper as a person reads it, one string a row. */
const read = (receipt: Receipt, columns: ReceiptColumns = 48) => receiptLines(receipt, columns).flatMap(rowsOf)

function rowsOf(line: ReceiptLine): readonly string[] {
  switch (line.kind) {
    case 'text':
      return [line.runs.map((run) => run.text).join('')]
    case 'field':
      return line.rows.map((row, at) => (at === 0 ? `${line.label}: ${row}` : row))
    case 'box':
      return [`[${line.text}]`]
    case 'rule':
      return ['---']
    case 'space':
      return []
    case 'code':
      return [`QR ${line.qr}`]
    case 'signatures':
      return [line.left, line.right].flatMap((signer) => [signer.heading, ...signer.rows])
    case 'foot':
      return [`QR ${line.qr}`, ...line.texts.flatMap(rowsOf)]
  }
}

test('a KTP-el given to its owner reads in the order of layout A', () => {
  expect(read(aReceipt())).toEqual([
    'PEMERINTAH KOTA SURABAYA',
    'DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL',
    'Kelurahan Ketabang, Kec. Genteng',
    'BUKTI SERAH TERIMA KTP-EL',
    '0232/BST/3578071004-02/2026',
    '---',
    'Waktu: Selasa, 24-11-2026 09.14 WIB',
    'Nama: Dewi Lestari Handayani',
    'NIK: 3578********0006',
    'Kitir: KNG-2611-048213',
    'Alasan: Cetak ulang, rusak',
    '---',
    'Pengambil: Dewi Lestari Handayani',
    'Hubungan: Pemilik',
    'Dasar: Sendiri, e-Kitir dan PIN',
    'Ditarik: KTP-el lama (rusak)',
    '---',
    'Saya telah menerima dokumen tersebut dalam',
    'keadaan baik dan data telah saya periksa serta',
    'sesuai.',
    'Yang menerima',
    'Dewi Lestari Handayani',
    'Yang menyerahkan',
    'Rini Wulandari',
    'KTB-R07',
    '---',
    'QR 0232/BST/3578071004-02/2026',
    'Layanan ini tidak dipungut biaya.',
    'Pusat informasi 031-99254200',
  ])
})

test('a copy says so in a box before everything else, and an offline receipt at its very end', () => {
  const rows = read(aKiaReceipt({ copy: 2 }))
  expect(rows[0]).toBe('[SALINAN KE-2]')
  expect(rows.at(-1)).toBe('Dicetak dalam mode luring')
  expect(rows).toContain('BUKTI SERAH TERIMA KIA')
})

test('a collector who is not the owner is shown with a masked NIK of their own', () => {
  expect(read(aKiaReceipt()).filter((row) => row.startsWith('NIK'))).toEqual([
    'NIK: 3578********0011',
    'NIK: 3578********0027',
  ])
})

test.each([
  [{ kind: 'family', pin: 'verified', proxyLetter: null }, 'Satu KK, KK asli, e-Kitir dan PIN'],
  [
    { kind: 'guardian', pin: 'overridden', proxyLetter: null },
    'Orang tua/wali, KK asli, e-Kitir, tanpa PIN (pengecualian)',
  ],
  [{ kind: 'self', pin: 'no-verifier', proxyLetter: null }, 'Sendiri, e-Kitir, PIN belum diverifikasi'],
  [{ kind: 'mobile-team', pin: 'verified', proxyLetter: null }, 'Petugas jemput bola, e-Kitir dan PIN'],
  [
    { kind: 'proxy', pin: 'verified', proxyLetter: { number: '12/SK/XI', date: '2026-11-20' } },
    'Surat kuasa No. 12/SK/XI tgl 20-11-2026, e-Kitir dan PIN',
  ],
] satisfies [Receipt['basis'], string][])('the basis %j is told as "%s"', (basis, told) => {
  expect(written(aReceipt({ basis }), 'Dasar')).toBe(told)
})

test.each([
  [{ oldCard: { kind: 'none' }, issueReason: 'new' }, 'Tidak ada (baru)'],
  [{ oldCard: { kind: 'none' }, issueReason: 'damaged' }, 'Tidak ada'],
  [
    { oldCard: { kind: 'withdrawn', drawer: null }, issueReason: 'data-change', cardKind: 'kia' },
    'KIA lama (perubahan data)',
  ],
  [
    { oldCard: { kind: 'police-letter', number: 'SKTLK/77', date: '2026-11-01', station: 'Polsek Genteng' } },
    'Hilang: SKTLK No. SKTLK/77 tgl 01-11-2026, Polsek Genteng',
  ],
  [
    { oldCard: { kind: 'police-letter', number: '77', date: '2026-11-01', station: 'Genteng' } },
    'Hilang: SKTLK No. 77 tgl 01-11-2026, Polsek Genteng',
  ],
] satisfies [Partial<Receipt>, string][])('what became of the old card is always told: %j', (changes, told) => {
  expect(written(aReceipt(changes), 'Ditarik')).toBe(told)
})

test.each([32, 48] as const)('a very long name wraps on %i columns and loses no letter', (columns) => {
  const name = `Raden Ayu ${'Kusumaningratwidyaningtyasprabandari'.repeat(2)} binti Abdurrahman Hadikusumo Wiryosentono`
  const lines = receiptLines(aReceipt({ ownerName: name, collectorName: name, staffName: name }), columns)
  for (const line of lines) expect(widest(line)).toBeLessThanOrEqual(columns)
  const field = lines.find((line) => line.kind === 'field' && line.label === 'Nama')
  expect(field?.kind === 'field' && field.rows.join('').replaceAll(' ', '')).toBe(name.replaceAll(' ', ''))
})

test('on 58 mm the labels stand above their values', () => {
  const places = receiptLines(aReceipt(), 32).flatMap((line) => (line.kind === 'field' ? [line.place] : []))
  expect(new Set(places)).toEqual(new Set(['above']))
})

test('control and direction characters in a name never reach the paper', () => {
  expect(written(aReceipt({ ownerName: 'Budi\u001b@\nSan\u202etoso\u0000' }), 'Nama')).toBe('Budi @ Santoso')
})

test.each([
  ['Asia/Jakarta', 'Selasa, 24-11-2026 09.14 WIB'],
  ['Asia/Makassar', 'Selasa, 24-11-2026 10.14 WITA'],
  ['Asia/Jayapura', 'Selasa, 24-11-2026 11.14 WIT'],
])('the time of a unit in %s is written %s', (zone, time) => {
  expect(written(aReceipt({ zone }), 'Waktu')).toBe(time)
})

test('midnight is 00.00 of the new day', () => {
  expect(written(aReceipt({ at: '2026-11-24T17:00:00.500Z' }), 'Waktu')).toBe('Rabu, 25-11-2026 00.00 WIB')
})

function written(receipt: Receipt, label: string): string | undefined {
  const field = receiptLines(receipt, 48).find((line) => line.kind === 'field' && line.label === label)
  return field?.kind === 'field' ? field.rows.join(' ') : undefined
}

function widest(line: ReceiptLine): number {
  switch (line.kind) {
    case 'text':
      return line.runs.reduce((sum, run) => sum + run.text.length, 0)
    case 'field':
      return Math.max(...line.rows.map((row) => row.length)) + (line.place === 'beside' ? 11 : 0)
    case 'signatures':
      return line.left.columns + line.gap + line.right.columns
    case 'foot':
      return Math.max(...line.texts.map(widest))
    default:
      return 0
  }
}
