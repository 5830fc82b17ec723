import { afterEach, expect, test } from 'vitest'
import type { InputOf } from '#shared/contract/engine/calls.ts'
import { pdfText } from '../../../../tests/fixtures/pdf-text.ts'
import { png } from '../../testing/a-png.ts'
import { Counter } from '../../testing/counter.ts'
import { aCard, scope } from '../../testing/rows.ts'

let counter: Counter
afterEach(() => counter.close())

/** Tuesday 24 November 2026, 09.00, with the cards of two people. */
async function aLaptop() {
  counter = await Counter.with({ cards: [aCard('k-1'), aCard('k-2', { ownerName: 'Slamet Riyadi' })] })
  await counter.signIn()
}

const place = { id: 'p-1', name: 'Balai RW 3', address: 'Jl. Contoh 3', scope, from: '08:00', to: '12:00' }
const target: InputOf<'trip.plan'>['targets'][number] = {
  ...{ id: 's-1', name: 'Siti Aminah', placeId: 'p-1', kind: 'bedridden', wants: ['recording'], note: 'Lantai dua' },
  nik: '3578015204400001',
}
const plan: InputOf<'trip.plan'> = {
  tripId: null,
  day: '2026-11-24',
  members: [{ name: 'Joko Susilo', staffId: null }],
  vehicle: 'Mobil keliling',
  places: [place],
  targets: [target],
}

const planned = async () => (await counter.get('trip.plan', plan)).tripId
async function underWay() {
  const tripId = await planned()
  await counter.get('trip.start', { tripId, checks: [{ kind: 'battery', state: 'bad', value: 41 }] })
  return tripId
}
const open = (tripId: string, name = 'Budi Santoso', more: Partial<InputOf<'visit.open'>> = {}) =>
  counter.get('visit.open', {
    ...{ tripId, name, nik: null, placeId: 'p-1', targetId: null, wants: ['recording'], position: null },
    ...more,
  })
const change = (visitId: string, what: Partial<InputOf<'visit.change'>>) =>
  counter.get('visit.change', { visitId, step: null, set: {}, add: [], strike: [], ...what })
const leave = (visitId: string, outcome: 'served' | 'gone' | 'postponed' = 'served') =>
  counter.get('visit.leave', { visitId, outcome, note: '' })
const signed = { witness: { name: 'Pak Hadi', position: 'Ketua RW 3' }, signature: png, witnessSignature: png }
const close = (tripId: string, inHand: number, explanation: string | null = null) =>
  counter.ask('trip.close', { tripId, inHand, explanation, ...signed })

test('a day is planned and changed until the laptop goes out; a NIK that is not typed anew stays, and no answer shows it whole', async () => {
  await aLaptop()
  const tripId = await planned()
  const second = { ...target, id: 's-2', name: 'SMA Contoh', kind: 'school' as const, nik: null }
  await counter.get('trip.plan', { ...plan, tripId, targets: [{ ...target, nik: 'kept' }, second] })
  const trip = await counter.get('trip.get', { tripId })
  expect(trip.targets.map(({ name, nikMasked }) => [name, nikMasked])).toEqual([
    ['Siti Aminah', '3578********0001'],
    ['SMA Contoh', null],
  ])
  expect(JSON.stringify(trip)).not.toMatch(/\d{16}/)
  await counter.get('trip.start', { tripId, checks: [] })
  expect(await counter.ask('trip.plan', { ...plan, tripId })).toMatchObject({ refusal: { code: 'trip-started' } })
  expect(await counter.outbox()).toEqual([tripId, tripId, tripId])
})

test('a place outside the units of this laptop cannot be planned', async () => {
  await aLaptop()
  const elsewhere = { ...plan, places: [{ ...place, scope: '3578999999' }] }
  expect(await counter.ask('trip.plan', elsewhere)).toMatchObject({
    refusal: { code: 'input-invalid', details: { field: 'places' } },
  })
  expect(await counter.outbox()).toEqual([])
})

test('nobody takes a number before the laptop went out, and a trip that nobody knows cannot begin', async () => {
  await aLaptop()
  const tripId = await planned()
  const asked = { tripId, name: 'Budi', nik: null, placeId: null, targetId: null, wants: [], position: null }
  expect(await counter.ask('visit.open', asked)).toMatchObject({ refusal: { code: 'trip-not-started' } })
  expect(await counter.ask('trip.start', { tripId: 'nowhere', checks: [] })).toMatchObject({
    refusal: { code: 'trip-unknown' },
  })
})

test('numbers follow each other by the letter of the computer, pressed twice it is one number, and all of it waits for the centre', async () => {
  await aLaptop()
  const tripId = await underWay()
  const asked = { tripId, name: 'Budi', nik: null, placeId: 'p-1', targetId: null, wants: [], position: null }
  const first = await counter.get('visit.open', asked, 'request-0001')
  expect(await counter.get('visit.open', asked, 'request-0001')).toEqual(first)
  expect([first.number, (await open(tripId)).number, (await open(tripId)).number]).toEqual(['B-001', 'B-002', 'B-003'])
  const { visits, line } = await counter.get('trip.get', { tripId })
  expect([visits.length, visits[0]?.centre, line.people.here]).toEqual([3, 'waiting', 3])
})

test('what is done for a person adds up; a card counts once it was handed over, not when it is meant for somebody', async () => {
  await aLaptop()
  const tripId = await underWay()
  const { visitId } = await open(tripId, 'Slamet Riyadi', { targetId: 's-1' })
  await change(visitId, { step: 'serving', set: { recording: { status: 'BIO_CAPTURED', reason: '' } } })
  await change(visitId, {
    add: [
      { kind: 'card', ref: 'k-2', text: '' },
      { kind: 'application', ref: 'KNG-1', text: '' },
    ],
  })
  const work = async () => (await counter.get('trip.get', { tripId })).work
  expect(await work()).toEqual({ people: 1, recorded: 1, failed: 0, cards: 0, applications: 1, assistance: 0 })
  expect((await counter.handOver('k-2')).ok).toBe(true)
  expect(await work()).toMatchObject({ cards: 1 })
  const visit = await counter.get('visit.get', { visitId })
  expect(visit.items.map(({ label, given }) => [label, given])).toEqual([
    [expect.stringContaining('Slamet Riyadi'), true],
    ['KNG-1', null],
  ])
  const [wrong] = visit.items.filter(({ kind }) => kind === 'application')
  await change(visitId, { strike: [wrong?.id ?? ''] })
  expect(await work()).toMatchObject({ applications: 0 })
  expect((await counter.get('trip.get', { tripId })).targets[0]?.numbers).toEqual(['B-001'])
})

test('cards of a person whose NIK is known are offered; the position is kept where the office allowed it, no finer than a hundred metres', async () => {
  await aLaptop()
  const tripId = await underWay()
  const position = { lat: -7.257_472, lon: 112.752_088, accuracy: 12.4 }
  const before = await open(tripId, 'Slamet Riyadi', { position })
  expect((await counter.get('visit.get', { visitId: before.visitId })).position).toBeNull()
  await counter.get('settings.save', { notePosition: true })
  const { visitId } = await open(tripId, 'Slamet Riyadi', { nik: aCard('k-2').ownerNik, position })
  const visit = await counter.get('visit.get', { visitId })
  expect(visit.cardsWaiting.map(({ cardId }) => cardId)).toEqual(['k-2'])
  expect(visit.position).toMatchObject({ lat: -7.257, lon: 112.752, accuracy: 100 })
  expect(JSON.stringify(visit)).not.toMatch(/\d{16}/)
})

test('the day is closed when nobody waits any more; a count that differs is explained, and the balance is signed with it', async () => {
  await aLaptop()
  const tripId = await planned()
  const carried = { kind: 'carried-out' as const, reason: '', signature: png, carrier: 'Joko Susilo', tripId }
  await counter.get('card.move', { ...carried, cards: ['k-1', 'k-2'].map((cardId) => ({ cardId, place: null })) })
  await counter.get('trip.start', { tripId, checks: [] })
  const [one, two] = [await open(tripId), await open(tripId)]
  expect((await counter.handOver('k-1')).ok).toBe(true)
  await leave(one.visitId)
  expect(await close(tripId, 1)).toMatchObject({ refusal: { code: 'visits-here', details: { count: 1 } } })
  await leave(two.visitId, 'gone')
  expect(await close(tripId, 0)).toMatchObject({ refusal: { code: 'difference-unexplained' } })
  expect(await close(tripId, 0, 'Tertinggal di mobil')).toMatchObject({ ok: true })
  const { line, closings } = await counter.get('trip.get', { tripId })
  expect([line.state, line.closedHere]).toEqual(['closed', true])
  expect(closings).toMatchObject([
    {
      number: `0001/LJB/${scope}-02/2026`,
      people: { opened: 2, served: 1, gone: 1, postponed: 0, here: 0 },
      cards: { out: 2, handedOver: 1, back: 0, lost: 0, withTeam: 1 },
      inHand: 0,
      explanation: 'Tertinggal di mobil',
      witnessName: 'Pak Hadi',
    },
  ])
  expect(await counter.ask('visit.leave', { visitId: two.visitId, outcome: 'served', note: '' })).toMatchObject({
    refusal: { code: 'trip-closed' },
  })
  expect((await counter.get('trip.list', { filter: 'past', offset: 0, limit: 20 })).rows).toHaveLength(1)
})

test('a laptop brought back from a backup on the way counts and reports whom it numbered before', async () => {
  await aLaptop()
  const tripId = await underWay()
  const before = await open(tripId)
  await counter.becomes({ generation: 2 })
  const after = await open(tripId)
  expect([before.number, after.number]).toEqual(['B-001', 'B.2-001'])
  await leave(after.visitId)
  expect(await close(tripId, 0)).toMatchObject({ refusal: { code: 'visits-here', details: { count: 1 } } })
  await leave(before.visitId, 'gone')
  const closed = await close(tripId, 0)
  const closeId = closed.ok ? closed.value.closeId : ''
  const { closings } = await counter.get('trip.get', { tripId })
  expect(closings).toMatchObject([{ people: { opened: 2, served: 1, gone: 1, here: 0 } }])
  const { fileName } = await counter.get('paper.save', { paper: { kind: 'trip-report', id: closeId } })
  const text = (await pdfText(counter.shell.files.get(fileName) ?? new Uint8Array())).join(' ')
  for (const number of ['B-001', 'B.2-001']) expect(text).toContain(number)
})

test('the report names people by number and initials alone, says what was done where, and stands as it was signed', async () => {
  await aLaptop()
  const tripId = await underWay()
  const one = await open(tripId, 'Slamet Riyadi', { nik: aCard('k-2').ownerNik })
  await change(one.visitId, { step: 'serving', set: { recording: { status: 'PRINT_READY_RECORD', reason: '' } } })
  await change(one.visitId, { add: [{ kind: 'assistance', ref: '', text: 'IKD' }] })
  await leave(one.visitId)
  const two = await open(tripId, 'Bambang Sutrisno', { placeId: null, wants: ['question'] })
  await leave(two.visitId, 'gone')
  const closed = await close(tripId, 1, 'Kartu dari kelurahan lain')
  const closeId = closed.ok ? closed.value.closeId : ''
  const { fileName } = await counter.get('paper.save', { paper: { kind: 'trip-report', id: closeId } })
  expect(fileName).toBe(`laporan-kegiatan-jemput-bola-0001-LJB-${scope}-02-2026.pdf`)
  const text = (await pdfText(counter.shell.files.get(fileName) ?? new Uint8Array())).join(' ')
  for (const words of [
    'Balai RW 3, Kelurahan Ketabang, pukul 08.00 sampai 12.00',
    'B-001 S. R. Perekaman',
    'PRR, siap cetak; Bantuan',
  ])
    expect(text).toContain(words)
  for (const words of [
    'B-002 B. S. Tanya - Pergi sebelum selesai',
    'Nomor diberikan 2',
    'Kartu dari kelurahan lain',
    'Pak Hadi',
  ])
    expect(text).toContain(words)
  for (const hidden of [/Slamet/, /Bambang/, /\d{16}/]) expect(text).not.toMatch(hidden)
  expect(await counter.ask('paper.save', { paper: { kind: 'trip-report', id: 'nowhere' } })).toMatchObject({
    refusal: { code: 'paper-unknown' },
  })
})

test('the evening before, the laptop says what it knows of itself', async () => {
  await aLaptop()
  const tripId = await planned()
  const ready = await counter.get('trip.readiness', { tripId })
  expect(ready).toMatchObject({ unsent: 1, hasPin: false, printer: 'not-set', places: 1, cardsOut: 0 })
  expect(ready.scopes).toEqual([{ scope, name: 'Kelurahan Ketabang', whole: false }])
})

test('that somebody looked at a trip and at a person on site is in the audit', async () => {
  await aLaptop()
  const tripId = await underWay()
  const { visitId } = await open(tripId)
  await counter.get('trip.get', { tripId })
  await counter.get('visit.get', { visitId })
  await expect
    .poll(async () => {
      const entries = await counter.store.read.selectFrom('audit_entry').select('entry').execute()
      return entries.map(({ entry }) => JSON.parse(entry)).filter(({ kind }) => kind.startsWith('open-')).length
    })
    .toBe(2)
})
