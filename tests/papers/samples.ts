import type { Paper } from '#shared/domain/paper/paper.ts'
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
  aShipmentRecord,
  someCards,
} from '#shared/domain/paper/testing/papers.ts'
import { signaturePng } from '../printing/signature-png.ts'

const long = `Raden Ayu ${'Kusumaningrat Widyaningtyas '.repeat(3)}Hadikusumo`

/** Each paper as it usually is, and at its limits. */
export function samples(): Readonly<Record<string, Paper>> {
  const signed = aParty('Dewi Lestari Handayani', null, { signature: signaturePng() })
  const list = aHandoverList()
  return {
    receipt: aShipmentRecord({
      second: { ...signed, name: 'Rini Wulandari', position: 'Petugas Registrasi Kelurahan' },
    }),
    'receipt-300': aShipmentRecord({ announced: 301, rows: someCards(300), complete: false }),
    dispatch: aShipmentRecord({ direction: 'dispatch', shipmentNumber: null, announced: 0, rows: [] }),
    return: aReturnRecord(),
    'old-cards-destroyed': anOldCardRecord(),
    'old-cards-returned': anOldCardRecord({
      outcome: 'returned',
      method: null,
      receiver: aParty('Bambang', 'Petugas Dinas'),
    }),
    proxy: aProxyLetter(),
    'proxy-empty': aProxyLetter({ giver: null, card: null }),
    lost: aLostStatement(),
    'lost-told': aLostStatement({
      account: 'Kartu terakhir tercatat di rak A kotak 2 nomor 14 dan tidak ditemukan pada hitung akhir hari. '.repeat(
        3,
      ),
      shipment: null,
      number: null,
    }),
    compensation: aCompensationReceipt({ recipient: signed }),
    'compensation-copy-long': aCompensationReceipt({
      copy: 2,
      applicantName: long,
      recipient: { ...signed, name: long },
    }),
    list: aHandoverList({
      rows: list.rows.map((row, at) => (at % 3 || !row.received ? row : { ...row, signature: signaturePng() })),
    }),
    labels: aLabelSheet(30, 5),
    reminders: aReminderList(),
    leaflet: anAppLeaflet(),
    daily: aDailyRecord(),
    'daily-quiet': aDailyRecord({ differences: [], handOvers: [], taking: null }),
  }
}
