import { expect, test } from 'vitest'
import { aCard } from '../act/testing/an-act.ts'
import type { Card } from '../card/card.ts'
import type { RegionPack } from '../region/region-pack.ts'
import { type Counter, decideHandOver, type HandOverAttempt } from './decide-hand-over.ts'
import { doubtsOf } from './doubts.ts'
import type { PickUp } from './pick-ups.ts'

const face = { id: 'face', label: 'Wajah sesuai foto kartu', face: true }
const letter = { id: 'letter', label: 'Surat kuasa' }
const rule = { cardKind: 'ktp-el', needsProxyLetter: false, sameHousehold: false } as const
const region: Pick<RegionPack, 'collectorRules' | 'override' | 'handover' | 'limits' | 'provinces'> = {
  provinces: ['35', '36'],
  collectorRules: [
    { ...rule, collector: 'self', papers: [face] },
    { ...rule, collector: 'family', papers: [] },
    { ...rule, collector: 'proxy', papers: [letter], needsProxyLetter: true },
    { ...rule, cardKind: 'kia', collector: 'guardian', papers: [] },
  ],
  override: { onTheSpot: true, challenge: true, reviewLater: true },
  limits: {
    daysSinceOnlineSignIn: 7,
    daysSinceSync: 14,
    clockSkewWarnSeconds: 120,
    pickUpsForOtherHouseholdsPerDay: 3,
    uncollectedReminderDays: 30,
    uncollectedReturnDays: 90,
  },
}

const counter = (more: Partial<Counter> = {}): Counter => ({
  scopes: ['3578071004'],
  contested: false,
  region,
  household: null,
  today: '2026-11-24',
  pickUps: [],
  ...more,
})

const owner: HandOverAttempt = {
  collector: { kind: 'self', name: 'Dewi Lestari', nik: '3578010101900001', relation: 'Pemilik', proxyLetter: null },
  papers: ['face'],
  oldCard: { kind: 'none' },
  pin: { outcome: 'verified', override: null, locked: false },
  signed: true,
  identitySeen: true,
  label: 'none',
  doubtReason: null,
}
const proxy = (nik: string, more: Partial<HandOverAttempt> = {}): HandOverAttempt => ({
  ...owner,
  collector: {
    kind: 'proxy',
    name: 'Slamet',
    nik,
    relation: 'Kuasa',
    proxyLetter: { number: '1', date: '2026-11-20' },
  },
  papers: ['letter'],
  ...more,
})
const broker = '3578010202800009'

const decided = (attempt: HandOverAttempt, more: Partial<Counter> = {}, card: Partial<Card> = {}) =>
  decideHandOver(aCard('k-1', { kkNumber: '3578070101190001', ...card }), attempt, counter(more))?.code ?? 'allowed'

test('a KTP-el is given from the seventeenth birthday on, and not a day before', () => {
  const born = (ownerBirthDate: string, today: string) => decided(owner, { today }, { ownerBirthDate })
  expect(born('2009-11-24', '2026-11-23')).toBe('owner-too-young')
  expect(born('2009-11-24', '2026-11-24')).toBe('allowed')
  expect(born('2010-06-01', '2026-11-24')).toBe('owner-too-young')
  expect(born('2008-02-29', '2025-02-28')).toBe('owner-too-young')
  expect(born('2008-02-29', '2025-03-01')).toBe('allowed')
})

test('whoever is or was married has a KTP-el before 17: with a reason that names the deed, and marked', () => {
  const young = { ownerBirthDate: '2010-06-01' }
  expect(decided({ ...owner, doubtReason: 'Sudah menikah' }, {}, young)).toBe('owner-too-young')
  expect(decided({ ...owner, doubtReason: 'Akta kawin 3578-KW-01062026-0007' }, {}, young)).toBe('allowed')
  const ground = { household: null, today: '2026-11-24', pickUps: [], pickUpsPerDay: 3, provinces: [] }
  expect(doubtsOf(aCard('k-1', young), owner.collector, ground)).toEqual(['owner-married'])
})

test('a card that replaces another takes the old one, or the police letter of one that was lost since; no letter is of a day to come', () => {
  const letter = (date: string) => ({ kind: 'police-letter', number: 'SKTLK/1', date, station: 'Genteng' }) as const
  for (const issueReason of ['damaged', 'lost'] as const) {
    expect(decided(owner, {}, { issueReason })).toBe('old-card-missing')
    expect(decided({ ...owner, oldCard: letter('2026-11-24') }, {}, { issueReason })).toBe('allowed')
    expect(decided({ ...owner, oldCard: letter('2026-11-25') }, {}, { issueReason })).toBe('letter-date-ahead')
  }
  expect(decided({ ...owner, oldCard: { kind: 'withdrawn', drawer: null } }, {}, { issueReason: 'lost' })).toBe(
    'old-card-missing',
  )
  const { collector } = proxy(broker)
  const tomorrow = { ...collector, proxyLetter: { number: '1', date: '2026-11-25' } }
  expect(decided(proxy(broker, { collector: tomorrow }))).toBe('letter-date-ahead')
})

const child = '3578010203150002'
const kk = {
  id: '3578070101190001',
  scope: '3578071004',
  address: 'Jl. Contoh 1',
  members: [
    { nik: child, name: 'Putri', birthDate: '2015-03-02', sex: 'female', relation: 'child' },
    { nik: '3578010202800009', name: 'Slamet', birthDate: '1980-02-02', sex: 'male', relation: 'head' },
  ],
} as const

test('a child of the KK collects for nobody, as whom ever', () => {
  const family = (nik: string | null) => ({
    ...proxy(''),
    collector: { ...proxy('').collector, kind: 'family' as const, nik },
  })
  expect(decided(proxy(child), { household: kk })).toBe('too-young')
  expect(decided(family(child), { household: kk })).toBe('too-young')
  const guardian = { ...proxy(child), collector: { ...proxy(child).collector, kind: 'guardian' as const } }
  expect(decided(guardian, { household: kk }, { kind: 'kia', ownerBirthDate: '2020-01-01' })).toBe('too-young')
  expect(decided(family(broker), { household: kk })).toBe('allowed')
  expect(decided(family(null), { household: kk })).toBe('collector-nik-missing')
})

test('a NIK that begins with no province, and the number of the KK, need a reason', () => {
  expect(decided(proxy('9978010202800009'))).toBe('doubt-needs-reason')
  expect(decided(proxy('9978010202800009', { doubtReason: 'Tertulis begitu di KTP-el' }))).toBe('allowed')
  expect(decided(proxy('3578070101190001'))).toBe('doubt-needs-reason')
})

test('a card of which it is being settled who has it is given to nobody', () => {
  expect(decided(owner, { contested: true })).toBe('case-open')
  expect(decided(owner, { contested: true }, { state: 'handed-over' })).toBe('already-handed-over')
})

test('where the face cannot be seen the reason stands for the comparing, and for nothing else', () => {
  expect(decided({ ...owner, papers: [] })).toBe('papers-missing')
  expect(decided({ ...owner, papers: [], identitySeen: false })).toBe('allowed')
  expect(decided(proxy(broker, { papers: [], identitySeen: false }))).toBe('papers-missing')
})

test('the label of another card refuses whatever else is in order; a city may ask for the label', () => {
  expect(decided({ ...owner, label: 'own' })).toBe('allowed')
  expect(decided({ ...owner, label: 'other' })).toBe('label-differs')
  const strict = { region: { ...region, handover: { labelCheck: 'required' as const } } }
  expect(decided(owner, strict)).toBe('label-missing')
  expect(decided({ ...owner, label: 'own' }, strict)).toBe('allowed')
})

test('a proxy is somebody else than the owner', () => {
  expect(decided(proxy('3578010101900001'))).toBe('collector-is-owner')
  expect(decided(proxy(broker))).toBe('allowed')
})

const taken = (household: string, more: Partial<PickUp> = {}): PickUp => ({
  handoverId: `h-${household}`,
  at: '2026-11-24T02:14:00.000Z',
  receiptNumber: `0001/BST/${household}`,
  collectorKind: 'proxy',
  collectorNik: broker,
  household,
  ownHousehold: false,
  standing: 'stands',
  ...more,
})

test('the fourth household in a day needs a reason', () => {
  const three = [taken('kk-1'), taken('kk-2'), taken('kk-3')]
  expect(decided(proxy(broker), { pickUps: three.slice(1) })).toBe('allowed')
  expect(decided(proxy(broker), { pickUps: three })).toBe('doubt-needs-reason')
  expect(decided(proxy(broker, { doubtReason: 'Ketua RT, warga sakit' }), { pickUps: three })).toBe('allowed')
  expect(decided(proxy('3578010202800010'), { pickUps: three })).toBe('allowed')
})

test('who says to be of the family is counted like anybody, unless the KK is known and names him', () => {
  const taken3 = ['kk-1', 'kk-2', 'kk-3'].map((id) => taken(id, { collectorKind: 'family' }))
  const family = { ...proxy(broker), collector: { ...proxy(broker).collector, kind: 'family' as const } }
  expect(decided(family, { pickUps: taken3 })).toBe('doubt-needs-reason')
  expect(decided(family, { pickUps: taken3, household: kk })).toBe('allowed')
})

test('neither a household served before, nor the own one, nor an undone hand-over makes a broker', () => {
  const [first, second, third] = [taken('kk-1'), taken('kk-2'), taken('kk-3')]
  const again = taken('3578070101190001')
  expect(decided(proxy(broker), { pickUps: [first, second, again] })).toBe('allowed')
  expect(decided(proxy(broker), { pickUps: [first, second, { ...third, ownHousehold: true }] })).toBe('allowed')
  expect(decided(proxy(broker), { pickUps: [first, second, { ...third, standing: 'undone' }] })).toBe('allowed')
  expect(decided(proxy(broker), { pickUps: [first, second, { ...third, collectorKind: 'mobile-team' }] })).toBe(
    'allowed',
  )
})

test('a day of birth that no calendar has, and a collector who is a child by the NIK, need a reason', () => {
  expect(decided(proxy('3578013202800009'))).toBe('doubt-needs-reason')
  expect(decided(proxy('3578012411100009'), { today: '2027-11-23' })).toBe('doubt-needs-reason')
  expect(decided(proxy('3578012411100009'), { today: '2027-11-24' })).toBe('allowed')
  expect(decided(proxy('3578012411100009', { doubtReason: 'NIK lama, sudah dicek' }))).toBe('allowed')
})

test('the KIA of somebody who is 17 is given only with a reason', () => {
  const guardian: HandOverAttempt = {
    ...owner,
    collector: { kind: 'guardian', name: 'Ibu', nik: broker, relation: 'Ibu', proxyLetter: null },
    papers: [],
  }
  const kia = { kind: 'kia', ownerBirthDate: '2009-11-24' } as const
  expect(decided(guardian, { today: '2026-11-23' }, kia)).toBe('allowed')
  expect(decided(guardian, { today: '2026-11-24' }, kia)).toBe('doubt-needs-reason')
})
