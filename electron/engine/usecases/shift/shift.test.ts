import { afterEach, expect, test } from 'vitest'
import type { InputOf } from '#shared/contract/engine/calls.ts'
import { aShipment } from '#shared/domain/act/testing/an-act.ts'
import { png } from '../../testing/a-png.ts'
import { Counter, handOverToOwner, password } from '../../testing/counter.ts'
import { aCard, aPerson, change } from '../../testing/rows.ts'
import { dailyRecord } from './daily-record.ts'

let counter: Counter
afterEach(() => counter.close())

const inBox = (id: string, box: string, kind: 'ktp-el' | 'kia' = 'ktp-el') =>
  aCard(id, { kind, place: { rack: 'A', box, number: id } })
const cards = [inBox('k-1', '1'), inBox('k-2', '1'), inBox('k-3', '2'), inBox('k-4', '2', 'kia')]
/** Whoever prints at Siola holds no drawer. */
const staff = [aPerson('rini'), aPerson('fauzi', { roles: ['counter'] }), aPerson('ani', { roles: ['admin'] })]
const refused = (code: string) => expect.objectContaining({ ok: false, refusal: expect.objectContaining({ code }) })

async function aDesk(): Promise<void> {
  counter = await Counter.with({ cards, staff })
  await counter.signIn()
}

const open = (more: Partial<InputOf<'shift.open'>> = {}) =>
  counter.ask('shift.open', { counted: { ktpEl: 3, kia: 1 }, explanation: null, signature: png, ...more })

/** What was counted by hand, box by box. */
const byHand = (first: number, second: number, kia = 1) => [
  { rack: 'A', box: '1', ktpEl: first, kia: 0 },
  { rack: 'A', box: '2', ktpEl: second, kia },
]
const close = async (more: Partial<InputOf<'shift.close'>> = {}, requestId?: string) => {
  const { shift } = await counter.get('shift.today', {})
  const shiftId = shift?.shiftId ?? 'none'
  const given = {
    shiftId,
    boxes: byHand(1, 1),
    scanned: [],
    extras: [],
    explanations: [],
    signature: png,
    taking: null,
    ...more,
  }
  return counter.ask('shift.close', given, requestId)
}
const missing = { rack: 'A', box: '2', cardKind: 'ktp-el' as const, text: 'Dicari besok pagi' }

test('a clerk takes the drawer over, hands a card out, and the sum says what should lie there', async () => {
  await aDesk()
  expect(await counter.get('shift.today', {})).toMatchObject({
    shift: null,
    last: null,
    stock: [],
    drawer: { ktpEl: 3, kia: 1 },
  })
  expect(await open()).toMatchObject({ ok: true })
  expect(await open()).toEqual(refused('shift-open'))
  counter.clock.pass(10)
  await counter.get('handover.record', handOverToOwner('k-1'))
  const today = await counter.get('shift.today', {})
  expect(today).toMatchObject({
    shift: { staffName: 'Petugas rini' },
    drawer: { ktpEl: 2, kia: 1 },
    handOvers: [{ ownerName: 'Dewi Lestari Handayani', cardKind: 'ktp-el', standing: 'stands' }],
  })
  const lineOf = (line: string) => today.stock.find((one) => one.line === line)
  expect([lineOf('opening'), lineOf('handed-over'), lineOf('expected')]).toEqual([
    { line: 'opening', ktpEl: 3, kia: 1 },
    { line: 'handed-over', ktpEl: 1, kia: 0 },
    { line: 'expected', ktpEl: 2, kia: 1 },
  ])
})

test('a count that agrees closes the shift with a number and no word; pressed twice it is closed once', async () => {
  await aDesk()
  await open()
  counter.clock.pass(10)
  await counter.get('handover.record', handOverToOwner('k-1'))
  const id = 'b5c4f9a6-0000-7000-8000-000000000031'
  const { shift } = await counter.get('shift.today', {})
  const shiftId = shift?.shiftId ?? ''
  const [first, second] = await Promise.all([close({ shiftId }, id), close({ shiftId }, id)])
  expect(first).toMatchObject({
    ok: true,
    value: { number: '0001/BAH/3578071004-02/2026', differs: false, nextShiftId: null },
  })
  expect(second).toEqual(first)
  expect(await counter.get('shift.today', {})).toMatchObject({
    shift: null,
    last: { number: '0001/BAH/3578071004-02/2026', expected: { ktpEl: 2, kia: 1 }, counted: { ktpEl: 2, kia: 1 } },
  })
  await counter.restart()
  expect(await close({ shiftId })).toEqual(refused('shift-none'))
})

test('a difference must be explained; scanning tells which card it is, counting by hand only where', async () => {
  await aDesk()
  await open()
  expect(await close({ boxes: byHand(2, 0) })).toEqual({
    ok: false,
    refusal: { code: 'difference-unexplained', details: { box: 'A-2' } },
  })
  const scanned = ['k-1', 'k-2', 'k-4']
  expect(await close({ boxes: byHand(2, 0), scanned, explanations: [missing] })).toMatchObject({
    ok: true,
    value: { differs: true },
  })
  const commands = await counter.store.read
    .selectFrom('command')
    .selectAll()
    .where('type', '=', 'shift.close')
    .execute()
  expect(JSON.parse(commands[0]?.payload ?? '')).toMatchObject({
    differences: [
      {
        rack: 'A',
        box: '2',
        cardKind: 'ktp-el',
        expected: 1,
        counted: 0,
        missingCardIds: ['k-3'],
        explanation: missing.text,
      },
    ],
  })
})

test('the berita acara harian says the sum, what is missing by name, who collected, and who closed', async () => {
  await aDesk()
  await open()
  counter.clock.pass(10)
  await counter.get('handover.record', handOverToOwner('k-1'))
  counter.clock.pass(10)
  const { shift } = await counter.get('shift.today', {})
  const id = shift?.shiftId ?? ''
  const asked = { kind: 'daily-record', id } as const
  const asker = { staff: aPerson('rini'), now: counter.clock.now() }
  const made = () => counter.deps.reading((db) => dailyRecord(db, asked, asker))
  expect(await made()).toEqual(refused('paper-unknown'))
  await close({ boxes: byHand(1, 0), scanned: ['k-2', 'k-4'], explanations: [missing] })
  const signed = await made()
  expect(signed).toMatchObject({
    ok: true,
    value: {
      number: '0001/BAH/3578071004-02/2026',
      day: '2026-11-24',
      stock: expect.arrayContaining([
        { line: 'handed-over', ktpEl: 1, kia: 0 },
        { line: 'expected', ktpEl: 2, kia: 1 },
        { line: 'counted', ktpEl: 1, kia: 1 },
      ]),
      differences: [
        { ownerName: 'Dewi Lestari Handayani', cardKind: 'ktp-el', found: 'missing', explanation: 'Dicari besok pagi' },
      ],
      handOvers: [{ collector: 'self', ktpEl: 1, kia: 0 }],
      oldCards: { held: 1, withdrawn: 1, destroyed: 0, returned: 0 },
      closing: { name: 'Petugas rini', code: 'KTB-RINI' },
      taking: null,
    },
  })
  counter.clock.pass(100)
  await counter.get('handover.record', handOverToOwner('k-2'))
  expect(await made()).toEqual(signed)
})

test('a card that arrived counts as in time or late by the clock of its application, not by the due time it was sent with', async () => {
  const id = 'application-k-5'
  const accepted = { submittedAt: '2026-11-20T02:00:00.000Z', acceptedAt: '2026-11-20T02:00:00.000Z' }
  const application = {
    ...{ id, scope: '3578071004', kitirNumber: 'KNG-2611-555555', kitirCode: 'code-5', service: 'KTP-ULANG' },
    ...{ status: 'DIKIRIM' as const, applicantName: 'Dewi', applicantNik: '3578015204900001', ...accepted },
    ...{ dueAt: null, fulfilledAt: null, collectionUnit: '3578071004' },
  }
  const card = aCard('k-5', {
    state: 'shipped',
    arrivedAt: null,
    place: null,
    dueAt: '2030-01-01T00:00:00.000Z',
    shipmentId: 'parcel',
  })
  const changes = [change('application', application), change('shipment', aShipment(['k-5']))]
  counter = await Counter.with({ cards: [card], changes })
  await counter.signIn()
  await open({ counted: { ktpEl: 0, kia: 0 } })
  counter.clock.pass(10)
  await counter.get('shipment.count-line', { shipmentId: 'parcel', code: 'LABEL-k-5' })
  const signed = { courierName: 'Agus', signature: png, courierSignature: png }
  await counter.get('shipment.receive', { shipmentId: 'parcel', complete: true, ...signed })
  counter.clock.pass(10)
  const { shift } = await counter.get('shift.today', {})
  const [box] = (await counter.get('shift.drawer', {})).cards
  await close({ boxes: [{ rack: box?.rack ?? '', box: box?.box ?? '', ktpEl: 1, kia: 0 }] })
  const asked = { kind: 'daily-record', id: shift?.shiftId ?? '' } as const
  const asker = { staff: aPerson('rini'), now: counter.clock.now() }
  expect(await counter.deps.reading((db) => dailyRecord(db, asked, asker))).toMatchObject({
    ok: true,
    value: { promise: { onTime: 0, late: 1 } },
  })
})

test('the next clerk takes over with the own password and signature: the drawer is theirs from that moment', async () => {
  await aDesk()
  await open()
  const taking = { username: 'fauzi', password: 'bukan sandinya', signature: png }
  expect(await close({ boxes: byHand(2, 1), taking })).toEqual(refused('wrong-password'))
  expect(await counter.get('shift.today', {})).toMatchObject({ last: null })
  expect(await close({ boxes: byHand(2, 1), taking: { ...taking, username: 'rini', password } })).toEqual(
    refused('taker-same-person'),
  )
  expect(await close({ boxes: byHand(2, 1), taking: { ...taking, username: 'ani', password } })).toEqual(
    refused('taker-not-permitted'),
  )
  const answer = await close({ boxes: byHand(2, 1), taking: { ...taking, password } })
  expect(answer).toMatchObject({ ok: true, value: { nextShiftId: expect.any(String) } })
  expect(await counter.get('shift.today', {})).toMatchObject({
    shift: { staffName: 'Petugas fauzi', staffId: 'fauzi' },
    last: { takingName: 'Petugas fauzi' },
  })
})

test('what was taken over with a difference needs a word, and counts from what was really there', async () => {
  await aDesk()
  expect(await open({ counted: { ktpEl: 2, kia: 1 } })).toEqual(refused('difference-unexplained'))
  expect(await open({ counted: { ktpEl: 2, kia: 1 }, explanation: 'Satu keping belum ditemukan' })).toMatchObject({
    ok: true,
  })
  expect((await counter.get('shift.today', {})).stock.at(-1)).toEqual({ line: 'expected', ktpEl: 2, kia: 1 })
  expect(await open({ signature: 'AAAA' })).toEqual(refused('signature-missing'))
})

const shortDrawer = async () => {
  await aDesk()
  await open({ counted: { ktpEl: 2, kia: 1 }, explanation: 'Satu belum ditemukan' })
}
const closings = async () => {
  const found = await counter.store.read.selectFrom('command').selectAll().where('type', '=', 'shift.close').execute()
  return found.map(({ payload }) => JSON.parse(payload ?? ''))
}

test('taken over one short, and everything is there at the closing: the boxes agree, the sum does not, and that must be explained', async () => {
  await shortDrawer()
  expect((await counter.get('shift.drawer', {})).sum).toEqual({ ktpEl: 2, kia: 1 })
  expect(await close({ boxes: byHand(2, 1) })).toEqual(refused('difference-unexplained'))
  const found = { rack: '', box: '', cardKind: 'ktp-el' as const, against: 'sum' as const, text: 'Sudah ditemukan' }
  expect(await close({ boxes: byHand(2, 1), explanations: [found] })).toMatchObject({
    ok: true,
    value: { differs: true },
  })
  expect((await closings())[0].differences).toEqual([
    expect.objectContaining({ against: 'sum', expected: 2, counted: 3, explanation: 'Sudah ditemukan' }),
  ])
})

test('taken over one short, and the card is still missing: explained once, against its box, and still a case', async () => {
  await shortDrawer()
  expect(await close({ boxes: byHand(2, 0) })).toEqual(refused('difference-unexplained'))
  expect(await close({ boxes: byHand(2, 0), explanations: [missing] })).toMatchObject({
    ok: true,
    value: { differs: true },
  })
  expect((await closings())[0].differences).toMatchObject([{ rack: 'A', box: '2', expected: 1, counted: 0 }])
})

test('a card too many is counted with its label, explained, and named on the paper', async () => {
  await aDesk()
  await counter.pull([change('card', aCard('k-9', { state: 'shipped', ownerName: 'Slamet Riyadi', place: null }), 2)])
  await open()
  const label = (code: string) => counter.get('shift.read-label', { code })
  expect(await label('LABEL-k-9')).toMatchObject({ kind: 'card', card: { cardId: 'k-9', state: 'shipped' } })
  expect(await label('LABEL-of-nobody')).toMatchObject({ kind: 'card', card: { cardId: null, ownerName: null } })
  expect(await label('')).toEqual({ kind: 'unreadable' })
  const extras = [{ labelCode: 'LABEL-k-9', cardKind: 'ktp-el' as const }]
  expect(await close({ boxes: byHand(2, 1), extras })).toEqual({
    ok: false,
    refusal: { code: 'difference-unexplained', details: { box: 'LABEL-k-9' } },
  })
  const { shift } = await counter.get('shift.today', {})
  const told = {
    rack: '',
    box: '',
    cardKind: 'ktp-el' as const,
    labelCode: 'LABEL-k-9',
    text: 'Belum dipindai kiriman',
  }
  expect(await close({ boxes: byHand(2, 1), extras, explanations: [told] })).toMatchObject({
    ok: true,
    value: { differs: true },
  })
  const asked = { kind: 'daily-record', id: shift?.shiftId ?? '' } as const
  const asker = { staff: aPerson('rini'), now: counter.clock.now() }
  expect(await counter.deps.reading((db) => dailyRecord(db, asked, asker))).toMatchObject({
    ok: true,
    value: {
      stock: expect.arrayContaining([{ line: 'counted', ktpEl: 4, kia: 1 }]),
      differences: [{ ownerName: 'Slamet Riyadi', found: 'extra', explanation: 'Belum dipindai kiriman' }],
    },
  })
})

test('a count that was begun is there again after a power cut, and gone once the shift is closed; every closed shift stays listed', async () => {
  await aDesk()
  await open()
  const { shift } = await counter.get('shift.today', {})
  const box = { rack: 'A', box: '1', ktpEl: '2', kia: '' }
  const draft = { shiftId: shift?.shiftId ?? '', boxes: [box], scanned: ['k-1'], extras: [], words: [] }
  await counter.get('shift.save-draft', { draft })
  await counter.restart()
  expect((await counter.get('shift.drawer', {})).draft).toEqual(draft)
  await close({ boxes: byHand(2, 1) })
  counter.clock.pass(10)
  await open()
  counter.clock.pass(10)
  await close({ boxes: byHand(2, 0), explanations: [missing] })
  expect(await counter.get('shift.closed', { limit: 10 })).toMatchObject([
    { number: '0002/BAH/3578071004-02/2026', staffName: 'Petugas rini', differs: true },
    { number: '0001/BAH/3578071004-02/2026', differs: false },
  ])
  await open()
  expect((await counter.get('shift.drawer', {})).draft).toBeNull()
})
