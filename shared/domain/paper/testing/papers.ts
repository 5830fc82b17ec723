import type { Service } from '../../catalogue/catalogue.ts'
import { type FiledPerson, noFacts } from '../../catalogue/filed-facts.ts'
import type { StatementForm } from '../../catalogue/statement-form.ts'
import type { AppLeaflet } from '../app-leaflet.ts'
import type { CompensationReceipt } from '../compensation-receipt.ts'
import type { DailyRecord } from '../daily-record.ts'
import type { HandoverList } from '../handover-list.ts'
import type { LabelSheet } from '../label-sheet.ts'
import type { LostStatement } from '../lost-statement.ts'
import type { OldCardRecord } from '../old-card-record.ts'
import type { PaperBase, PaperCard, PaperCondition, PaperParty } from '../paper-base.ts'
import type { ProxyLetter } from '../proxy-letter.ts'
import type { ReminderList } from '../reminder-list.ts'
import type { ReturnRecord } from '../return-record.ts'
import type { PersonOf, Said } from '../said.ts'
import type { ServiceLeaflet } from '../service-leaflet.ts'
import type { ShipmentRecord } from '../shipment-record.ts'
import type { Statement } from '../statement.ts'
import { statementOf } from '../statement-of.ts'

/** Synthetic papers of one kelurahan, for tests and pictures. */

const base: PaperBase = {
  head: ['PEMERINTAH KOTA SURABAYA', 'DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL'],
  unitLine: 'Kelurahan Ketabang, Kec. Genteng',
  town: 'Surabaya',
  at: '2026-11-24T08:23:00.000Z',
  zone: 'Asia/Jakarta',
  free: 'Layanan ini tidak dipungut biaya.',
  callCentre: '031-99254200',
}

const names = [
  'Dewi Lestari Handayani',
  'Agus Setiawan',
  'Muhammad Rizky Pratama Putra',
  'Siti Aminah',
  'Raden Ayu Kusumaningrat Widyaningtyas Hadikusumo Sastrowardoyo',
  'I Gusti Ngurah Made Wirawan',
]

const two = (number: number) => String(number).padStart(2, '0')
const nameOf = (at: number) => names[at % names.length] ?? ''
const kitirOf = (at: number) => `KNG-2611-${String(101_000 + at * 37).padStart(6, '0')}`
const kindOf = (at: number) => (at % 4 === 3 ? ('kia' as const) : ('ktp-el' as const))
const nikOf = (at: number) => `3578********${String(1000 + at)}`

export const aParty = (name: string | null, position: string | null, more: Partial<PaperParty> = {}): PaperParty => ({
  name,
  position,
  code: null,
  signature: null,
  ...more,
})

const registrar = aParty('Rini Wulandari', 'Petugas Registrasi Kelurahan', { code: 'KTB-R07' })
const courier = aParty('Bambang Sutrisno', 'Petugas Pengirim', { code: 'DSP-K03' })
const lurah = aParty('Drs. H. Mochammad Hariyanto, M.Si.', 'Lurah Ketabang')

/** So many cards; the second is missing and the third damaged. */
export const someCards = (count: number, condition: PaperCondition = 'good'): readonly PaperCard[] =>
  Array.from({ length: count }, (_, at) => ({
    kitirNumber: kitirOf(at),
    ownerName: nameOf(at),
    nikMasked: nikOf(at),
    cardKind: kindOf(at),
    ...(condition !== 'good' || at < 1 || at > 2
      ? { condition, note: '' }
      : at === 1
        ? { condition: 'missing' as const, note: 'Tidak ada dalam paket' }
        : { condition: 'damaged' as const, note: 'Sudut kartu retak' }),
  }))

export const aShipmentRecord = (more: Partial<ShipmentRecord> = {}): ShipmentRecord => ({
  ...base,
  kind: 'shipment-record',
  direction: 'receipt',
  number: '0012/BAP/3578071004-02/2026',
  shipmentNumber: '0417/BAK/SIOLA/2026',
  place: 'Kantor Kelurahan Ketabang',
  first: courier,
  second: registrar,
  acknowledged: lurah,
  announced: 12,
  foundBefore: 0,
  unlisted: 0,
  complete: true,
  rows: someCards(12),
  ...more,
})

export const aReturnRecord = (more: Partial<ReturnRecord> = {}): ReturnRecord => ({
  ...base,
  kind: 'return-record',
  number: '0003/BAR/3578071004-02/2026',
  place: 'Kantor Kelurahan Ketabang',
  first: registrar,
  second: courier,
  acknowledged: lurah,
  rows: someCards(9, 'uncollected').map((row, at) => ({
    ...row,
    ...(at === 4 ? { condition: 'misprinted' as const } : {}),
    note: at === 4 ? 'Foto tertukar' : 'Lebih dari 90 hari, diingatkan 24-09-2026',
  })),
  ...more,
})

export const anOldCardRecord = (more: Partial<OldCardRecord> = {}): OldCardRecord => ({
  ...base,
  kind: 'old-card-record',
  outcome: 'destroyed',
  number: '0002/BAM/3578071004-02/2026',
  place: 'Kantor Kelurahan Ketabang',
  method: 'dipotong',
  officer: registrar,
  receiver: null,
  witnesses: [aParty('Fauzi Rahman', 'Staf Kelurahan'), aParty('Hendra Gunawan', 'Kasi Pemerintahan')],
  acknowledged: lurah,
  rows: Array.from({ length: 8 }, (_, at) => ({
    ownerName: nameOf(at),
    nikMasked: nikOf(at),
    cardKind: kindOf(at),
    withdrawnOn: `2026-11-${two(at + 10)}`,
    receiptNumber: `${String(210 + at).padStart(4, '0')}/BST/3578071004-02/2026`,
    note: at % 2 ? 'Rusak' : '',
  })),
  ...more,
})

export const aProxyLetter = (more: Partial<ProxyLetter> = {}): ProxyLetter => ({
  ...base,
  kind: 'proxy-letter',
  giver: {
    name: 'Dewi Lestari Handayani',
    nikMasked: null,
    birthPlace: null,
    birthDate: '1990-04-12',
    address: 'Jl. Contoh Raya No. 1, RT 03 RW 05',
  },
  proxy: null,
  card: { cardKind: 'ktp-el', ownerName: 'Dewi Lestari Handayani', kitirNumber: 'KNG-2611-101037' },
  unit: 'Kelurahan Ketabang',
  ...more,
})

export const aLostStatement = (more: Partial<LostStatement> = {}): LostStatement => ({
  ...base,
  kind: 'lost-statement',
  number: '0001/SPM/3578071004-02/2026',
  unit: 'Kelurahan Ketabang',
  officer: registrar,
  card: {
    cardKind: 'ktp-el',
    ownerName: 'Dewi Lestari Handayani',
    nikMasked: '3578********0006',
    kitirNumber: 'KNG-2611-101037',
  },
  shipment: { number: '0417/BAK/SIOLA/2026', day: '2026-11-20' },
  account: null,
  acknowledged: lurah,
  ...more,
})

export const aCompensationReceipt = (more: Partial<CompensationReceipt> = {}): CompensationReceipt => ({
  ...base,
  kind: 'compensation-receipt',
  number: '0004/KWT/3578071004-02/2026',
  copy: 0,
  payerOffice: 'Dinas Kependudukan dan Pencatatan Sipil Kota Surabaya',
  amount: 50_000,
  method: 'cash',
  kitirNumber: 'KNG-2611-101037',
  cardKind: 'ktp-el',
  applicantName: 'Dewi Lestari Handayani',
  dueAt: '2026-11-20T07:00:00.000Z',
  fulfilledAt: '2026-11-23T02:30:00.000Z',
  recipient: aParty('Dewi Lestari Handayani', null),
  payer: aParty('Fauzi Rahman', null, { code: 'KTB-F02' }),
  acknowledged: aParty('Hendra Gunawan', 'Pengawas', { code: 'DSP-S01' }),
  ...more,
})

export const aHandoverList = (more: Partial<HandoverList> = {}): HandoverList => ({
  ...base,
  kind: 'handover-list',
  number: '0001/DTT/3578071004-02/2026',
  group: 'school',
  groupName: 'SMA Negeri Contoh 5',
  place: 'Aula SMA Negeri Contoh 5',
  inCharge: aParty('Nur Hidayati, S.Pd.', 'Wakil Kepala Sekolah'),
  officer: registrar,
  rows: Array.from({ length: 20 }, (_, at) => ({
    kitirNumber: kitirOf(at),
    ownerName: nameOf(at),
    nikMasked: nikOf(at),
    cardKind: kindOf(at),
    receiptNumber: at % 7 === 6 ? null : `${String(230 + at).padStart(4, '0')}/BST/3578071004-02/2026`,
    received: at % 7 !== 6,
    note: at % 7 === 6 ? 'Tidak hadir' : '',
    signature: null,
  })),
  ...more,
})

export const aLabelSheet = (count = 20, start = 1): LabelSheet => ({
  kind: 'label-sheet',
  start,
  labels: Array.from({ length: count }, (_, at) => ({
    labelCode: `KNG-KARTU-3578071004-${String(at + 1).padStart(8, '0')}`,
    ownerName: nameOf(at),
    kitirNumber: kitirOf(at),
    cardKind: kindOf(at),
    place: at % 6 === 5 ? null : { rack: 'A', box: String((at % 9) + 1), number: String(at + 1) },
  })),
})

/** Promised in one day, with the formal standard of a KIA. */
export const aServiceLeaflet = (service: Service): ServiceLeaflet => ({
  ...base,
  kind: 'service-leaflet',
  number: service.code,
  service,
  standard: {
    promisedWorkingDays: 1,
    excludedBy: null,
    fulfilledBy: service.products.some(({ kind }) => kind === 'pdf') ? 'document-ready' : 'ready-for-collection',
    formalWorkingDays: 7,
    grounds: service.exclusions,
  },
  version: 1,
})

export const aReminderList = (more: Partial<ReminderList> = {}): ReminderList => ({
  ...base,
  kind: 'reminder-list',
  officer: registrar,
  rows: Array.from({ length: 9 }, (_, at) => ({
    kitirNumber: kitirOf(at),
    ownerName: nameOf(at),
    cardKind: kindOf(at),
    place: at % 5 === 0 ? null : `A 2 ${two(at)}`,
    days: 31 + at * 5,
    remindedAt: at % 4 === 0 ? '2026-10-24T03:00:00.000Z' : null,
  })),
  ...more,
})

export const anAppLeaflet = (): AppLeaflet => ({
  ...base,
  kind: 'app-leaflet',
  apps: { klampid: 'https://klampid.example', ikd: 'https://toko.example/ikd' },
})

export const aDailyRecord = (more: Partial<DailyRecord> = {}): DailyRecord => ({
  ...base,
  kind: 'daily-record',
  number: '0231/BAH/3578071004-02/2026',
  day: '2026-11-24',
  openedAt: '2026-11-24T00:28:00.000Z',
  closedAt: '2026-11-24T08:23:00.000Z',
  stock: [
    { line: 'opening', ktpEl: 96, kia: 31 },
    { line: 'received', ktpEl: 9, kia: 3 },
    { line: 'undone', ktpEl: 1, kia: 0 },
    { line: 'handed-over', ktpEl: 14, kia: 6 },
    { line: 'returned', ktpEl: 2, kia: 0 },
    { line: 'lost', ktpEl: 0, kia: 0 },
    { line: 'carried-out', ktpEl: 5, kia: 0 },
    { line: 'expected', ktpEl: 85, kia: 28 },
    { line: 'counted', ktpEl: 84, kia: 28 },
  ],
  differences: [
    {
      kitirNumber: 'KNG-2611-101037',
      ownerName: 'Dewi Lestari Handayani',
      cardKind: 'ktp-el',
      found: 'missing',
      explanation: 'Terakhir dipindai pukul 13.05, dicari besok pagi di kotak A2.',
    },
  ],
  handOvers: [
    { collector: 'self', ktpEl: 9, kia: 0 },
    { collector: 'family', ktpEl: 3, kia: 2 },
    { collector: 'proxy', ktpEl: 2, kia: 0 },
    { collector: 'guardian', ktpEl: 0, kia: 4 },
  ],
  oldCards: { withdrawn: 11, destroyed: 0, returned: 0, held: 48 },
  promise: { onTime: 16, late: 2, running: 7 },
  complaints: { taken: 2, answered: 1, open: 1 },
  payments: { count: 1, amount: 50_000 },
  closing: registrar,
  taking: aParty('Fauzi Rahman', 'Petugas Loket', { code: 'KTB-F02' }),
  ...more,
})

/** One person stands in every role. `said`: of which service, and what was answered. */
export const aStatement = (
  form: StatementForm,
  person: FiledPerson | PersonOf = {},
  said: Partial<Said> = {},
): Statement => ({
  ...base,
  kind: 'statement',
  ...statementOf(form, typeof person === 'function' ? person : () => person, {
    service: { code: 'KTP-ULANG', name: 'Cetak ulang KTP-el', fields: [] },
    unit: 'Kelurahan Ketabang',
    facts: noFacts('2026-11-24'),
    ...said,
  }),
})
