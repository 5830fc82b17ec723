import type { LedgerLine, LedgerPayment } from './claim-ledger.ts'
import type { LateCause } from './late-cause.ts'

/** The ledger on paper and in files is Indonesian whatever the language of the screen. */
export const causeWords: Readonly<Record<LateCause, string>> = {
  verification: 'Verifikasi berkas',
  'print-queue': 'Antrean cetak',
  shipment: 'Pengiriman',
  counter: 'Pelayanan loket',
  other: 'Lainnya',
}

type NameOf = (scope: string) => string

/** Months x kelurahan x cause as CSV for a spreadsheet: semicolons, a byte order mark, whole rupiah. `nameOf`: name of a unit. */
export const linesCsv = (lines: readonly LedgerLine[], nameOf: NameOf): string =>
  csv([
    ['Bulan', 'Kode', 'Kelurahan', 'Sebab', 'Dibayar', 'Rupiah', 'Ditolak', 'Pembayaran ganda', 'Rupiah ganda'],
    ...lines.map((line) => [
      line.month,
      line.scope,
      nameOf(line.scope),
      causeWords[line.cause],
      line.paid,
      line.rupiah,
      line.rejected,
      line.contested,
      line.contestedRupiah,
    ]),
  ])

/** Every payment as CSV, for who follows the money from its kuitansi. */
export const paymentsCsv = (payments: readonly LedgerPayment[], nameOf: NameOf): string =>
  csv([
    [
      ...['Tanggal', 'Nomor kuitansi', 'Kode', 'Kelurahan', 'Sebab', 'Rupiah', 'Cara'],
      ...['Diperiksa', 'Disetujui', 'Dibayar', 'Berlaku'],
    ],
    ...payments.map((one) => [
      ...[one.day, one.receiptNumber, one.scope, nameOf(one.scope), causeWords[one.cause], one.amount],
      ...[one.method === 'cash' ? 'Tunai' : 'Transfer', one.checkedBy, one.approvedBy, one.paidBy],
      one.stands ? 'Ya' : 'Tidak, ganda',
    ]),
  ])

const csv = (rows: readonly (readonly (string | number)[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`

/** A text that a spreadsheet would take for a formula is kept a text. */
function cell(value: string | number): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r＝＋－＠]/.test(value) ? `'${value}` : String(value)
  return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
