import type { Catalogue } from '#shared/domain/catalogue/catalogue.ts'
import type { Paper } from '#shared/domain/paper/paper.ts'
import { formDrafts, peopleOf } from '#shared/domain/paper/testing/form-drafts.ts'
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
  aStatement,
  someCards,
} from '#shared/domain/paper/testing/papers.ts'
import catalogue from '../../resources/regions/surabaya-catalogue.json' with { type: 'json' }
import { signaturePng } from '../printing/signature-png.ts'

const { forms = [], services } = catalogue as Catalogue
const long = `Raden Ayu ${'Kusumaningrat Widyaningtyas '.repeat(3)}Hadikusumo`

/** Each paper as it usually is, and at its limits. */
/** Each form of the catalogue, empty and with the longest that may stand in it. */
function statements(): Readonly<Record<string, Paper>> {
  const somebody = {
    name: 'Raden Ayu Kusumaningrat Widyaningtyas Prabandari Hadikusumo',
    birthPlace: 'Surabaya',
    birthDate: '1990-04-12',
    sex: 'female',
    nationality: 'Indonesia',
    address: 'Jl. Contoh Raya Gang Sepuluh No. 123, RT 003 RW 005, Kelurahan Ketabang, Kecamatan Genteng, Surabaya',
  } as const
  const letters = forms.filter(({ boxed }) => !boxed)
  return Object.fromEntries(
    letters.flatMap((form) => [
      [`statement-${form.id}`, aStatement(form)],
      [`statement-${form.id}-filled`, aStatement(form, somebody)],
    ]),
  )
}

/** Each form that is a table of data, empty and from a draft. */
const dataForms = (): Readonly<Record<string, Paper>> =>
  Object.fromEntries(
    formDrafts.flatMap((draft) => {
      const form = forms.find(({ id }) => id === draft.form)
      const service = services.find(({ code }) => code === draft.service)
      if (!form || !service) throw new Error(`no form ${draft.form} for ${draft.service}`)
      const name = `statement-${draft.form}-${draft.service}`
      const facts = { day: '2026-11-24', ...draft }
      return [
        [name, aStatement(form, {}, { service })],
        [`${name}-filled`, aStatement(form, peopleOf(draft), { service, facts })],
      ]
    }),
  )

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
    ...statements(),
    ...dataForms(),
    'daily-quiet': aDailyRecord({ differences: [], handOvers: [], taking: null }),
  }
}
