import { afterEach, expect, test } from 'vitest'
import type { InputOf } from '#shared/contract/engine/calls.ts'
import type { PlanDraft } from '#shared/contract/engine/trips.ts'
import { png } from '../../testing/a-png.ts'
import { Counter } from '../../testing/counter.ts'
import { scope } from '../../testing/rows.ts'

let counter: Counter
afterEach(() => counter.close())

/** Tuesday 24 November 2026, 09.00; the laptop is out, and somebody with a NIK has a number. */
async function outWithSomebody(day = '2026-11-24') {
  counter = await Counter.with({})
  await counter.signIn()
  const { tripId } = await counter.get('trip.plan', { ...plan, day })
  await counter.get('trip.start', { tripId, checks: [] })
  const asked = { tripId, name: 'Dewi Lestari', nik: '3578015204900001', placeId: 'p-1', targetId: null, wants: [] }
  const { visitId } = await counter.get('visit.open', { ...asked, position: null })
  return { tripId, visitId }
}

const place = { id: 'p-1', name: 'Balai RW 3', address: 'Jl. Contoh 3', scope, from: '08:00', to: '12:00' }
const plan: InputOf<'trip.plan'> = {
  ...{ tripId: null, day: '2026-11-24', vehicle: '', places: [place], targets: [] },
  members: [{ name: 'Joko Susilo', staffId: null }],
}
const visitOf = async (visitId: string) => counter.get('visit.get', { visitId })
const workOf = async (tripId: string) => (await counter.get('trip.get', { tripId })).work
const help = (visitId: string, people = 1) =>
  counter.ask('assistance.record', { kind: 'ikd', people, kelurahan: scope, note: 'Balai RW 3', visitId })
const figures = async () => {
  const day = '2026-11-24'
  return (await counter.get('assistance.figures', { from: day, to: day })).rows.map(({ kelurahan, all }) => [
    kelurahan,
    all,
  ])
}

const shown = (how: 'original' | 'copy') => ({ how, documents: [] })

/** All that the review of a lost card asks for beside the person. */
async function fillLostCard(draftId: string) {
  const { saved } = await counter.get('intake.draft', { draftId })
  const [begun] = saved?.draft.services ?? []
  if (!saved || !begun) throw new Error('the draft is gone')
  const owner = { ...begun.people.owner, birthDate: '1990-04-12', sex: 'female' as const, kk: '3578010101190001' }
  const letter = { number: 'SKTLK/123/XI/2026', date: '2026-11-20', station: 'Polsek Genteng' }
  const answers = Object.fromEntries(Object.entries(letter).map(([key, said]) => [`lossReport.${key}`, said]))
  const service = {
    ...{ ...begun, people: { owner }, answers: { applicantAs: 'self', reason: 'lost', ...answers } },
    requirements: { kk: shown('copy'), 'police-letter': shown('original') },
    collectionUnit: scope,
  }
  await counter.get('intake.save-draft', { draftId, draft: { ...saved.draft, services: [service] } })
}

test('an application begins with who is served, is gone on with, and what is filed stands with the number', async () => {
  const { tripId, visitId } = await outWithSomebody()
  const begin = () => counter.get('visit.begin-application', { visitId, service: 'KTP-ULANG' })
  const { draftId } = await begin()
  expect((await begin()).draftId).toBe(draftId)
  const { saved } = await counter.get('intake.draft', { draftId })
  expect(saved?.draft.services[0]?.people).toEqual({ owner: { name: 'Dewi Lestari', nik: '3578015204900001' } })
  await fillLostCard(draftId)
  const { filed, visit } = await counter.get('application.file', { draftId })
  expect(visit).toEqual({ tripId, visitId })
  expect((await visitOf(visitId)).items).toMatchObject([
    { kind: 'application', ref: filed[0]?.kitirNumber, applicationId: filed[0]?.applicationId },
  ])
  expect(await workOf(tripId)).toMatchObject({ applications: 1 })
  expect(await counter.ask('visit.begin-application', { visitId, service: 'NO-SUCH' })).toMatchObject({
    refusal: { code: 'service-unknown' },
  })
})

test('what is finished after somebody left stands with the number, and brings nobody back', async () => {
  const { tripId, visitId } = await outWithSomebody()
  const { draftId } = await counter.get('visit.begin-application', { visitId, service: 'KTP-ULANG' })
  await fillLostCard(draftId)
  await counter.get('visit.leave', { visitId, outcome: 'served', note: '' })
  await counter.get('application.file', { draftId })
  await help(visitId)
  const recording = { status: 'BIO_CAPTURED', reason: '' } as const
  await counter.get('visit.change', { visitId, step: 'serving', set: { recording }, add: [], strike: [] })
  const { line, items, recording: noted } = await visitOf(visitId)
  expect([line.state, items.length, noted?.status]).toEqual(['left', 2, 'BIO_CAPTURED'])
  expect(await workOf(tripId)).toMatchObject({ applications: 1, assistance: 1 })
  await counter.get('visit.change', { visitId, step: 'called', set: {}, add: [], strike: [] })
  expect((await visitOf(visitId)).line.state).toBe('called')
})

test('what is filed for somebody on site is collected in the kelurahan of the place, unless another is chosen', async () => {
  const { visitId } = await outWithSomebody()
  const { draftId } = await counter.get('visit.begin-application', { visitId, service: 'KTP-ULANG' })
  const { saved } = await counter.get('intake.draft', { draftId })
  expect(saved?.draft.services[0]?.collectionUnit).toBe(scope)
})

test('who is on the list has the NIK of the list, under that name alone', async () => {
  counter = await Counter.with({})
  await counter.signIn()
  const target = { id: 's-1', name: 'Siti Aminah', placeId: null, kind: 'bedridden' as const, wants: [], note: '' }
  const { tripId } = await counter.get('trip.plan', { ...plan, targets: [{ ...target, nik: '3578015204400001' }] })
  await counter.get('trip.start', { tripId, checks: [] })
  const nikOf = async (name: string) => {
    const asked = { tripId, name, nik: null, placeId: null, targetId: 's-1', wants: [], position: null }
    return (await visitOf((await counter.get('visit.open', asked)).visitId)).nikMasked
  }
  expect([await nikOf('siti aminah'), await nikOf('Pak Karno')]).toEqual(['3578********0001', null])
})

test('where the day was closed meanwhile the application is filed all the same, with nobody of the queue', async () => {
  const { tripId, visitId } = await outWithSomebody()
  const { draftId } = await counter.get('visit.begin-application', { visitId, service: 'KTP-ULANG' })
  await fillLostCard(draftId)
  await counter.get('visit.leave', { visitId, outcome: 'gone', note: '' })
  const signed = { witness: { name: 'Pak Hadi', position: 'Ketua RW 3' }, signature: png, witnessSignature: png }
  await counter.get('trip.close', { tripId, inHand: 0, explanation: null, ...signed })
  const { filed, visit } = await counter.get('application.file', { draftId })
  expect([filed.length, visit]).toEqual([1, null])
})

test('help on a trip stands with the person and in the log by kelurahan; struck in one it is out of both', async () => {
  const { tripId, visitId } = await outWithSomebody()
  expect((await help(visitId, 3)).ok).toBe(true)
  const [item] = (await visitOf(visitId)).items
  expect(item).toMatchObject({ kind: 'assistance', text: 'Balai RW 3', help: { kind: 'ikd', people: 3 } })
  expect([await workOf(tripId), await figures()]).toMatchObject([{ assistance: 3 }, [[scope, 3]]])
  await counter.get('visit.change', { visitId, step: null, set: {}, add: [], strike: [item?.id ?? ''] })
  expect([await workOf(tripId), await figures()]).toMatchObject([{ assistance: 0 }, []])
})

test('help that is taken out of the log is no longer with the person, and a person whom nobody knows gets none', async () => {
  const { tripId, visitId } = await outWithSomebody()
  await help(visitId)
  const [item] = (await visitOf(visitId)).items
  await counter.get('assistance.withdraw', { assistanceId: item?.ref ?? '' })
  expect([(await visitOf(visitId)).items, await workOf(tripId)]).toMatchObject([[], { assistance: 0 }])
  const before = await counter.outbox()
  expect(await help('nobody')).toMatchObject({ refusal: { code: 'visit-unknown' } })
  expect(await counter.outbox()).toEqual(before)
})

test('a plan that is typed is there again for who typed it, until it is saved or dropped', async () => {
  counter = await Counter.with({})
  await counter.signIn()
  const { tripId: _, members: __, ...said } = plan
  const draft: PlanDraft = { ...said, members: 'Joko Sus', places: [{ ...place, name: '', from: '' }], targets: [] }
  const kept = async () => (await counter.get('trip.plan-draft', { tripId: null })).saved?.draft ?? null
  const save = (one: PlanDraft | null) => counter.get('trip.save-plan-draft', { tripId: null, draft: one })
  await save(draft)
  expect(await kept()).toEqual(draft)
  await save(null)
  expect(await kept()).toBeNull()
  await save(draft)
  await counter.get('trip.plan', plan)
  expect(await kept()).toBeNull()
})

test('a closing that is typed is there again for who typed it, until the day is closed', async () => {
  const { tripId, visitId } = await outWithSomebody()
  const kept = async () => (await counter.get('trip.closing-draft', { tripId })).saved?.draft ?? null
  const draft = { inHand: '0', explanation: '', witness: 'Pak Hadi', position: 'Ketua RW 3' }
  await counter.get('trip.save-closing-draft', { tripId, draft })
  await counter.restart()
  expect(await kept()).toEqual(draft)
  await counter.signIn('fauzi')
  expect(await kept()).toBeNull()
  await counter.get('trip.save-closing-draft', { tripId, draft: { ...draft, witness: 'Bu Sri' } })
  await counter.signIn()
  expect(await kept()).toEqual(draft)
  await counter.get('visit.leave', { visitId, outcome: 'gone', note: '' })
  const signed = { signature: png, witnessSignature: png, witness: { name: 'Pak Hadi', position: 'Ketua RW 3' } }
  await counter.get('trip.close', { tripId, inHand: 0, explanation: null, ...signed })
  expect(await kept()).toBeNull()
  expect(await counter.deps.reading(({ settings }) => settings.draft('trip-closings'))).toEqual([])
})

test('Beranda says that a day is planned for today, under way, or was not closed', async () => {
  counter = await Counter.with({})
  await counter.signIn()
  const told = async () => {
    const { todo } = await counter.get('home.summary', {})
    return todo.flatMap((one) => (one.kind === 'trip' ? [[one.stage, one.here, one.places[0]]] : []))
  }
  await counter.get('trip.plan', { ...plan, day: '2026-11-25' })
  expect(await told()).toEqual([])
  const { tripId } = await counter.get('trip.plan', plan)
  expect(await told()).toEqual([['planned', 0, 'Balai RW 3']])
  await counter.get('trip.start', { tripId, checks: [] })
  const asked = { tripId, name: 'Dewi', nik: null, placeId: null, targetId: null, wants: [], position: null }
  await counter.get('visit.open', asked)
  expect(await told()).toEqual([['running', 1, 'Balai RW 3']])
})

test('a day that went by is told as not closed', async () => {
  await outWithSomebody('2026-11-23')
  const { todo } = await counter.get('home.summary', {})
  expect(todo.find(({ kind }) => kind === 'trip')).toMatchObject({ stage: 'unclosed', day: '2026-11-23' })
})
