import { expect, test } from 'vitest'
import { aShipment } from '#shared/domain/act/testing/an-act.ts'
import type { Claim } from '#shared/domain/claim/claim.ts'
import { claimAfter, happened } from '#shared/domain/claim/testing/a-claim.ts'
import type { Complaint } from '#shared/domain/complaint/complaint.ts'
import { stepped } from '#shared/domain/filing/step.ts'
import { aFiling } from '#shared/domain/filing/testing/a-filing.ts'
import { aQuestion } from '#shared/domain/question/testing/a-question.ts'
import { aPerson } from '../../testing/rows.ts'
import type { HomeNumbers } from '../card-views.ts'
import { todoOf } from './todo-of.ts'

const now = '2026-11-24T02:14:00.000Z'
const calm: HomeNumbers = {
  late: null,
  dueToday: null,
  onTheWay: { ktp: 0, kia: 0 },
  uncollected: { toRemind: 0, toReturn: 0 },
  conflicts: { count: 0, ownerName: null, caseId: null },
  handedOverToday: 0,
  clerks: [],
  ready: 0,
  onTimeShare30: null,
  week: [],
}
const nothing = {
  numbers: calm,
  stuck: [],
  unsent: { count: 0, oldestAt: null },
  toReview: 0,
  trip: null,
  shift: null,
  shipments: [],
  claims: [],
  complaints: [],
  sentBack: [],
  drafts: [],
  questions: [],
}

const aTrip = {
  kind: 'trip' as const,
  stage: 'running' as const,
  ...{ count: 1, tripId: 't-1', day: '2026-11-24', places: ['Balai RW 3'], targets: 30, here: 4 },
}

const aClaim = (more: Partial<Claim>): Claim => ({
  id: 'claim:a-1',
  scope: '3578071004',
  applicationId: 'a-1',
  state: 'received',
  takenBy: null,
  checkedBy: null,
  decidedBy: null,
  paidBy: null,
  assessment: null,
  amount: null,
  cause: null,
  paymentId: null,
  flags: [],
  happenings: [],
  caseId: null,
  ...more,
})

const rini = aPerson('rini')
const hendra = aPerson('hendra', { roles: ['supervisor'] })

test('with nothing that waits there is nothing to do', () => {
  expect(todoOf(nothing, rini, now)).toEqual([])
})

test('one parcel is opened by its number, several are listed', () => {
  const one = aShipment(['k-1', 'k-2'])
  const line = { cardId: 'k-1', labelCode: 'l', counted: 'good', note: '', place: null } as const
  expect(todoOf({ ...nothing, shipments: [{ ...one, lines: [line] }] }, rini, now)).toEqual([
    { kind: 'shipment', count: 1, number: one.number, shipmentId: 'parcel', cards: 2, counted: 1 },
  ])
  const two = [one, { ...one, id: 'second' }]
  expect(todoOf({ ...nothing, shipments: two }, rini, now)).toMatchObject([{ count: 2, shipmentId: null, cards: 4 }])
})

test('who checked a claim is told that another clerk pays it', () => {
  const done = [
    happened.taken('sari'),
    happened.checked('rini'),
    happened.approved('hendra'),
    happened.ordered('hendra'),
  ]
  const claims = [claimAfter(...done)]
  expect(todoOf({ ...nothing, claims }, rini, now)).toEqual([
    { kind: 'claims', step: 'pay', count: 1, rupiah: 50_000, own: 1, claimId: 'c-1' },
  ])
  expect(todoOf({ ...nothing, claims }, aPerson('fauzi'), now)).toMatchObject([{ step: 'pay', own: 0 }])
})

test('what only a supervisor decides is shown to supervisors alone', () => {
  const claims = [aClaim({ state: 'checked' })]
  expect(todoOf({ ...nothing, claims }, rini, now)).toEqual([])
  expect(todoOf({ ...nothing, claims }, hendra, now)).toMatchObject([{ step: 'decide', count: 1 }])
})

test('what is late comes before what clashes, before a day of the team, before parcels, before money, before the queue', () => {
  const numbers: HomeNumbers = {
    ...calm,
    late: { count: 1, oldestDueAt: now, ownerName: 'Siti', status: 'ANTRE_CETAK' },
    conflicts: { count: 1, ownerName: 'Bambang', caseId: 'case-1' },
    dueToday: { count: 1, firstDueAt: now },
  }
  const waiting = {
    numbers,
    stuck: [],
    unsent: { count: 1, oldestAt: now },
    toReview: 2,
    trip: aTrip,
    shift: 'open' as const,
    shipments: [aShipment(['k-1'])],
    claims: [aClaim({})],
    complaints: [],
    sentBack: [],
    drafts: [],
    questions: [aQuestion()],
  }
  expect(todoOf(waiting, rini, now).map(({ kind }) => kind)).toEqual([
    'late',
    'conflict',
    'trip',
    'due-today',
    'shipment',
    'claims',
    'questions',
    'review',
    'shift',
    'unsent',
  ])
})

test('a claim with an open case is not told as to be paid: a supervisor settles it, another one where he paid it himself', () => {
  const done = [
    happened.taken('sari'),
    happened.checked('rini'),
    happened.approved('hendra'),
    happened.ordered('hendra'),
  ]
  const struck = claimAfter(...done, happened.incident())
  expect(todoOf({ ...nothing, claims: [struck] }, rini, now)).toEqual([])
  expect(todoOf({ ...nothing, claims: [struck] }, hendra, now)).toMatchObject([{ step: 'settle', count: 1, own: 0 }])
  const paidBySelf = claimAfter(...done, happened.paid('hendra'))
  expect(todoOf({ ...nothing, claims: [paidBySelf] }, hendra, now)).toMatchObject([{ step: 'settle', own: 1 }])
})

const aComplaint = (dueAt: string, more: Partial<Complaint> = {}): Complaint => ({
  ...{ id: 'k-1', scope: '3578071004', acceptedAt: null, applicationId: 'a-1', kitirNumber: 'KNG-2611-000123' },
  ...{ number: '0001/KMP', complainant: { name: 'Dewi', kind: 'self' }, subject: 'late', text: 'Belum jadi.' },
  ...{ at: dueAt, staffId: 'rini', staffName: 'Rini', staffCode: 'KTB-RINI', deviceCode: '02' },
  ...{ deadline: { startAt: dueAt, dueAt, escalations: [] }, state: 'open', answers: [], withdrawn: null, flags: [] },
  ...more,
})

test('what came back stands with its reason, before what this person began; the only draft is opened itself', () => {
  const back = {
    ...({ stepId: 's-1', status: 'PERBAIKAN', at: now, by: 'kng' } as const),
    note: 'Surat kehilangan buram',
  }
  const filing = stepped(aFiling(), back)
  const draft = { services: [], at: { service: 0, step: 'fill' }, repairs: null }
  const drafts = [{ draftId: 'd-1', staffId: 'rini', savedAt: now, draft, asked: [] }]
  expect(todoOf({ ...nothing, sentBack: [filing], drafts }, rini, now)).toEqual([
    {
      ...{ kind: 'sent-back', count: 1 },
      first: { applicationId: filing.id, subjectName: filing.subjectName, note: 'Surat kehilangan buram' },
    },
    { kind: 'drafts', count: 1, savedAt: now, draftId: 'd-1' },
  ])
})

test('complaints that nobody answered stand with the earliest deadline, and say how many are past theirs', () => {
  const complaints = [aComplaint('2026-11-27T02:00:00.000Z'), aComplaint('2000-01-01T02:00:00.000Z')]
  expect(todoOf({ ...nothing, complaints }, rini, now)).toEqual([
    { kind: 'complaints', count: 2, late: 1, firstDueAt: '2000-01-01T02:00:00.000Z', escalated: null },
  ])
})

test('questions that wait stand with the longest, and with how many are for who asks', () => {
  const mine = { ...aQuestion(), assignedTo: { staffId: 'rini', staffName: 'Rini', staffCode: 'KTB-R' } }
  expect(todoOf({ ...nothing, questions: [aQuestion(), mine] }, rini, now)).toEqual([
    { kind: 'questions', count: 2, mine: 1, longestSince: aQuestion().waitingSince },
  ])
})

test('complaints that went up come first for a supervisor, with the highest that they reached', () => {
  const dueAt = '2026-11-20T02:00:00.000Z'
  const escalations = [
    { level: 1, to: 'Pengawas', at: '2026-11-21T02:00:00.000Z' },
    { level: 2, to: 'Kepala Dinas', at: '2026-11-23T02:00:00.000Z' },
    { level: 3, to: 'Wali Kota', at: '2026-11-30T02:00:00.000Z' },
  ]
  const complaints = [aComplaint(dueAt, { deadline: { startAt: dueAt, dueAt, escalations } }), aComplaint(now)]
  const waiting = { ...nothing, complaints, shipments: [aShipment(['k-1'])] }
  expect(todoOf(waiting, rini, now).map(({ kind }) => kind)).toEqual(['shipment', 'complaints'])
  expect(todoOf(waiting, hendra, now)).toMatchObject([
    { kind: 'complaints', escalated: { count: 1, to: 'Kepala Dinas' } },
    { kind: 'shipment' },
  ])
})
