import { PNG } from 'pngjs'
import { expect, test } from 'vitest'
import type { ReceiptData } from '#shared/contract/engine/handover.ts'
import { receiptData } from '#shared/contract/engine/handover.ts'
import type { Receipt } from '#shared/domain/receipt/receipt.ts'
import { aKiaReceipt, aReceipt } from '#shared/domain/receipt/testing/a-receipt.ts'
import { textOf } from '../../../tests/printing/escpos-reader.ts'
import { signaturePng } from '../../../tests/printing/signature-png.ts'
import { encodeReceipt } from './encode-receipt.ts'

const signature = signaturePng()
const paper = (receipt: Receipt, widthMm: 58 | 80 = 80) =>
  textOf(encodeReceipt({ receipt, signature: null }, widthMm, 1))

test('the contract of a receipt is a receipt of the domain', () => {
  const data: ReceiptData = receiptData.parse(aReceipt())
  const receipt: Receipt = data
  expect(receipt).toEqual(aReceipt())
})

test('80 mm: what comes out of the printer', () => {
  expect(paper(aReceipt())).toMatchInlineSnapshot(`
    [
      "PEMERINTAH KOTA SURABAYA",
      "DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL",
      "Kelurahan Ketabang, Kec. Genteng",
      "BUKTI SERAH TERIMA KTP-EL",
      "0232/BST/3578071004-02/2026",
      "------------------------------------------------",
      "Waktu      Selasa, 24-11-2026 09.14 WIB",
      "Nama       Dewi Lestari Handayani",
      "NIK        3578********0006",
      "Kitir      KNG-2611-048213",
      "Alasan     Cetak ulang, rusak",
      "------------------------------------------------",
      "Pengambil  Dewi Lestari Handayani",
      "Hubungan   Pemilik",
      "Dasar      Sendiri, e-Kitir dan PIN",
      "Ditarik    KTP-el lama (rusak)",
      "------------------------------------------------",
      "Saya telah menerima dokumen tersebut dalam",
      "keadaan baik dan data telah saya periksa serta",
      "sesuai.",
      "     Yang menerima          Yang menyerahkan",
      "_______________________  _______________________",
      "Dewi Lestari Handayani       Rini Wulandari",
      "                                 KTB-R07",
      "------------------------------------------------",
      "[QR 0232/BST/3578071004-02/2026]",
      "Layanan ini tidak dipungut biaya.",
      "Pusat informasi 031-99254200",
      "[potong]",
    ]
  `)
})

test('58 mm, a copy, offline: what comes out of the printer', () => {
  expect(paper(aKiaReceipt({ copy: 1 }), 58)).toMatchInlineSnapshot(`
    [
      "┌──────────────────────────────┐",
      "│         SALINAN KE-1         │",
      "└──────────────────────────────┘",
      "PEMERINTAH KOTA SURABAYA",
      "DINAS KEPENDUDUKAN DAN",
      "PENCATATAN SIPIL",
      "Kelurahan Ketabang, Kec. Genteng",
      "BUKTI SERAH TERIMA KIA",
      "0019/BST/3578071004-02/2026",
      "--------------------------------",
      "Waktu",
      "Selasa, 24-11-2026 09.38 WIB",
      "Nama",
      "Arka Pratama Nugroho",
      "NIK",
      "3578********0011",
      "Kitir",
      "KNG-2611-047790",
      "Alasan",
      "Baru",
      "--------------------------------",
      "Pengambil",
      "Ratna Kusumawati",
      "NIK",
      "3578********0027",
      "Hubungan",
      "Ibu",
      "Dasar",
      "Satu KK, KK asli, e-Kitir dan",
      "PIN",
      "Ditarik",
      "Tidak ada (baru)",
      "--------------------------------",
      "Saya telah menerima dokumen",
      "tersebut dalam keadaan baik dan",
      "data telah saya periksa serta",
      "sesuai.",
      " Yang menerima  Yang menyerahkan",
      "_______________ ________________",
      "     Ratna       Rini Wulandari",
      "  Kusumawati        KTB-R07",
      "--------------------------------",
      "[QR 0019/BST/3578071004-02/2026]",
      "Layanan ini tidak dipungut",
      "biaya.",
      "Pusat informasi 031-99254200",
      "Dicetak dalam mode luring",
      "[potong]",
    ]
  `)
})

test.each([
  ['80-ktp-el', aReceipt(), 80],
  ['58-ktp-el', aReceipt(), 58],
  ['80-kia-copy', aKiaReceipt({ copy: 1 }), 80],
] as const)('the bytes of %s are the golden ones', async (name, receipt, widthMm) => {
  const bytes = encodeReceipt({ receipt, signature: zigzagPng() }, widthMm, 1)
  await expect(visible(bytes)).toMatchFileSnapshot(`golden/${name}.txt`)
})

test('two sheets are the same sheet twice', () => {
  const one = encodeReceipt({ receipt: aReceipt(), signature }, 80, 1)
  expect(encodeReceipt({ receipt: aReceipt(), signature }, 80, 2)).toEqual(Buffer.concat([one, one]))
})

test('letters that the printer lacks are written in its own, and nothing runs over the edge', () => {
  const rows = paper(
    aReceipt({ ownerName: 'Łucja Đoàn “Ayu” Ōkami …', collectorName: 'Renée O’Neil', staffName: '李小龍' }),
  )
  expect(rows.find((row) => row.startsWith('Nama'))).toBe('Nama       Lucja Doàn "Ayu" Okami ...')
  expect(rows.find((row) => row.startsWith('Pengambil'))).toBe("Pengambil  Renée O'Neil")
  expect(rows.some((row) => row.includes('???'))).toBe(true)
  expect(Math.max(...rows.filter((row) => !row.startsWith('[')).map((row) => row.length))).toBeLessThanOrEqual(48)
})

test('a name cannot steer the printer', () => {
  const bytes = encodeReceipt(
    { receipt: aReceipt({ ownerName: 'Budi\u001bp\u0000\u0019\u00fa\u001dV\u0000' }), signature: null },
    80,
    1,
  )
  expect(textOf(bytes).filter((row) => row === '[potong]')).toHaveLength(1)
  expect(textOf(bytes)).toContain('Nama       Budi p ú V')
})

test.each([
  ['damaged', Buffer.concat([signature.subarray(0, 400), Buffer.from('rusak')])],
  ['no picture at all', Buffer.from('halo')],
  ['empty', signaturePng(1, 1)],
  ['said to be 60 000 dots wide', hugeHeader()],
])('a signature that is %s leaves its place blank; the receipt is printed all the same', (_, broken) => {
  const rows = textOf(encodeReceipt({ receipt: aReceipt(), signature: broken }, 80, 1))
  expect(rows).toEqual(paper(aReceipt()))
})

test('a signature is printed as one small picture above its line', () => {
  const rows = textOf(encodeReceipt({ receipt: aReceipt(), signature }, 80, 1))
  expect(rows.indexOf('[gambar]')).toBe(rows.findIndex((row) => row.includes('Yang menerima')) + 1)
  expect(encodeReceipt({ receipt: aReceipt(), signature }, 80, 1).length).toBeLessThan(6000)
})

function hugeHeader(): Buffer {
  const bytes = Buffer.from(signature)
  bytes.writeUInt32BE(60_000, 16)
  return bytes
}

/** Made without a drawing library, whose soft edges differ between versions. */
function zigzagPng(): Buffer {
  const png = new PNG({ width: 200, height: 50 })
  for (let x = 0; x < 200; x++) png.data[((x % 40) * 200 + x) * 4 + 3] = 255
  return PNG.sync.write(png)
}

/** Every byte in sight: text as it is, the others as <hex>, a new line after each line feed and before each command. */
const visible = (bytes: Buffer): string =>
  [...bytes]
    .map((byte) => {
      if (byte === 0x0a) return '<0a>\n'
      const hex = `<${byte.toString(16).padStart(2, '0')}>`
      return byte === 0x1b || byte === 0x1d ? `\n${hex}` : byte < 0x20 || byte > 0x7e ? hex : String.fromCharCode(byte)
    })
    .join('')
    .replace(/\n+/g, '\n')

test.each([58, 80] as const)(
  '%i mm: a receipt that is worth nothing any more says so first, with when and why',
  (widthMm) => {
    const at = '2026-11-24T02:20:00.000Z'
    const undone = paper(aReceipt({ ended: { how: 'undone', at, reason: 'Salah orang' } }), widthMm)
    expect(undone.slice(0, 3).join(' ')).toContain('DIBATALKAN')
    expect(undone.slice(0, 6).join(' ')).toContain('Selasa, 24-11-2026 09.20 WIB: Salah orang')
    const aside = paper(aReceipt({ copy: 1, ended: { how: 'set-aside', at: null, reason: '' } }), widthMm)
    const [first, second] = [aside.join(' ').indexOf('TIDAK BERLAKU'), aside.join(' ').indexOf('SALINAN KE-1')]
    expect(first).toBeGreaterThan(-1)
    expect(second).toBeGreaterThan(first)
  },
)

test.each([58, 80] as const)(
  '%i mm: the owner of a list signs on the list, and nobody signs here in their place',
  (widthMm) => {
    const receipt = aReceipt({ onList: '0001/DST/3578071004-02/2026' })
    const text = textOf(encodeReceipt({ receipt, signature }, widthMm, 1))
    const from = text.findIndex((row) => row.includes('Yang menerima'))
    const to = text.findIndex((row, at) => at > from && row.includes('____'))
    const between = text.slice(from + 1, to).map((row) => row.trim())
    expect(between[0]).toBe('pada daftar')
    expect(between.slice(1).join('').replaceAll(' ', '')).toBe('0001/DST/3578071004-02/2026')
  },
)
