import type { Change } from '#shared/contract/sync/protocol.ts'

const given = [
  'Dewi',
  'Agus',
  'Siti',
  'Bambang',
  'Nur',
  'Rizky',
  'Ratna',
  'Yusuf',
  'Maria',
  'Slamet',
  'Putri',
  'Hendra',
]
const middle = ['Lestari', 'Pratama', 'Aini', 'Budi', 'Kusuma', 'Ayu', 'Fajar', 'Eka', 'Tri', 'Wahyu', 'Indah']
const family = [
  'Handayani',
  'Prasetyo',
  'Rahmawati',
  'Santoso',
  'Hidayat',
  'Wijaya',
  'Nugroho',
  'Saputra',
  'Utami',
  'Halim',
]
const at = '2026-11-20T03:00:00.000Z'
const scope = '3578101003'

const pick = (list: readonly string[], number: number) => list[number % list.length] ?? ''

export const nameOf = (number: number) =>
  [
    pick(given, number),
    pick(middle, Math.floor(number / 12)),
    `${pick(family, Math.floor(number / 132))}${number % 97}`,
  ].join(' ')

export const codeOf = (number: number) => `https://klampid.example/k/${(number * 7919).toString(36).padStart(22, 'q')}`

const kitirNumberOf = (number: number) => `KNG-2611-${String(number).padStart(6, '0')}`

/** Applications 0 … count-1 with their cards, made up, always the same: two rows each, as the centre sends them. */
export function* madeUpRows(count: number): Generator<Change> {
  for (let number = 0; number < count; number++) {
    yield change('application', `a-${number}`, application(number))
    yield change('card', `c-${number}`, card(number))
  }
}

const change = (entity: string, id: string, row: Record<string, unknown>): Change => ({
  scope,
  seq: 0,
  entity,
  id,
  version: 1,
  row: { id, scope, ...row },
})

const common = (number: number) => ({ kitirNumber: kitirNumberOf(number), kitirCode: codeOf(number) })

const application = (number: number) => ({
  ...common(number),
  service: 'KTP-BARU',
  status: 'SIAP_DIAMBIL',
  applicantName: nameOf(number),
  applicantNik: nikOf(number),
  submittedAt: at,
  acceptedAt: at,
  dueAt: at,
  fulfilledAt: at,
  collectionUnit: scope,
})

const card = (number: number) => ({
  ...common(number),
  applicationId: `a-${number}`,
  kind: 'ktp-el',
  state: 'ready',
  issueReason: 'new',
  ownerName: nameOf(number),
  ownerNik: nikOf(number),
  ownerBirthDate: '1990-05-17',
  kkNumber: nikOf(number + 1),
  labelCode: `LBL-${number}`,
  pinVerifier: null,
  place: { rack: 'A', box: String((number % 40) + 1), number: String(number % 100) },
  arrivedAt: at,
  handedOver: null,
  caseId: null,
  dueAt: at,
  acceptedAt: at,
  fulfilledAt: at,
})

const nikOf = (number: number) => `357810${String(number % 10_000_000_000).padStart(10, '0')}`
