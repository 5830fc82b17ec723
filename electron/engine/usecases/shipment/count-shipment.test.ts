import { afterEach, expect, test } from 'vitest'
import { aShipment } from '#shared/domain/act/testing/an-act.ts'
import { png } from '../../testing/a-png.ts'
import { Counter } from '../../testing/counter.ts'
import { aCard, change } from '../../testing/rows.ts'

let counter: Counter
afterEach(() => counter.close())

const ids = ['k-1', 'k-2', 'k-3']
const shipped = (id: string, shipmentId = 'parcel') =>
  aCard(id, { state: 'shipped', arrivedAt: null, place: null, shipmentId, ownerName: `Pemilik ${id}` })

/** A parcel of three cards, a second parcel with one, and one card in the drawer. */
async function aDesk(username = 'rini') {
  const other = { ...aShipment(['k-9']), id: 'other', number: '0008/BAK/SIOLA-01/2026' }
  counter = await Counter.with({
    cards: [...ids.map((id) => shipped(id)), shipped('k-9', 'other'), aCard('k-shelf')],
    changes: [change('shipment', aShipment(ids)), change('shipment', other)],
  })
  await counter.signIn(username)
  return counter
}

const scan = (code: string) => counter.get('shipment.count-line', { shipmentId: 'parcel', code })
const note = (key: string, counted: 'good' | 'damaged' | 'missing', note = '', place: Place | null = null) =>
  counter.ask('shipment.change-line', { shipmentId: 'parcel', key, counted, note, place })
type Place = { rack: string; box: string; number: string }
const receive = (complete: boolean, requestId?: string) =>
  counter.ask(
    'shipment.receive',
    { shipmentId: 'parcel', complete, courierName: 'Agus', signature: png, courierSignature: png },
    requestId,
  )
const parcel = () => counter.get('shipment.get', { shipmentId: 'parcel' })
const noted = async () =>
  (await parcel()).lines.map(({ key, counted, received, place, note }) => [
    key,
    counted ?? received,
    place && `${place.rack} ${place.box} ${place.number}`,
    note,
  ])

test('a scanned card is noted as sound, in the next free place, and a label scanned twice is counted once', async () => {
  await aDesk()
  expect(await scan('LABEL-k-2')).toMatchObject({
    kind: 'counted',
    line: {
      key: 'k-2',
      ownerName: 'Pemilik k-2',
      announced: true,
      counted: 'good',
      place: { rack: 'A', box: '1', number: '01' },
    },
  })
  expect(await scan('LABEL-k-2')).toMatchObject({ kind: 'again', line: { key: 'k-2' } })
  expect(await scan('LABEL-k-1')).toMatchObject({ kind: 'counted', line: { place: { number: '02' } } })
  expect(await noted()).toEqual([
    ['k-1', 'good', 'A 1 02', ''],
    ['k-2', 'good', 'A 1 01', ''],
    ['k-3', null, null, ''],
  ])
  expect(await counter.outbox()).toEqual([])
  expect(await counter.get('shipment.list', { which: 'open', offset: 0, limit: 20 })).toMatchObject({
    rows: [
      { shipmentId: 'parcel', cards: 3, counted: 2, received: 0 },
      { shipmentId: 'other', counted: 0 },
    ],
    total: 2,
  })
})

test('a card of another parcel and an unknown label are said to be extra; a card on the shelf, a slip and nonsense are none', async () => {
  await aDesk()
  expect(await scan('LABEL-k-9')).toMatchObject({
    kind: 'counted',
    line: { key: 'k-9', announced: false, ofNumber: '0008/BAK/SIOLA-01/2026' },
  })
  expect(await scan('LABEL-of-nobody')).toMatchObject({
    kind: 'counted',
    line: { key: 'LABEL-of-nobody', cardId: null, announced: false, ofNumber: null, place: null },
  })
  expect(await scan('LABEL-k-shelf')).toMatchObject({ kind: 'not-on-the-way', state: 'ready' })
  expect(await scan(shipped('k-1').kitirCode)).toMatchObject({ kind: 'kitir', ownerName: 'Pemilik k-1' })
  expect(await scan('0008/bak/siola-01/2026')).toMatchObject({ kind: 'shipment', shipmentId: 'other' })
  expect(await scan('a\u0007b')).toEqual({ kind: 'unreadable', characters: 3 })
})

test('a label that cannot be read is typed as the number of its kitir', async () => {
  await aDesk()
  expect(await scan(shipped('k-3').kitirNumber.toLowerCase())).toMatchObject({ kind: 'counted', line: { key: 'k-3' } })
})

test('what was counted survives the end of the engine at any moment', async () => {
  await aDesk()
  for (const id of ids) await scan(`LABEL-${id}`)
  await note('k-2', 'damaged', 'Terlipat')
  const before = await noted()
  await counter.restart()
  expect(await noted()).toEqual(before)
})

test('a place can be changed, but not to one where a card lies', async () => {
  await aDesk()
  await scan('LABEL-k-1')
  await scan('LABEL-k-2')
  const place = { rack: 'B', box: '3', number: '17' }
  expect(await note('k-2', 'good', '', place)).toMatchObject({ ok: true, value: { place } })
  for (const taken of [place, { rack: 'A', box: '2', number: '14' }])
    expect(await note('k-1', 'good', '', taken)).toMatchObject({ refusal: { code: 'place-taken' } })
  // The next card is proposed beside the one put away last, not beside the first.
  expect(await scan('LABEL-k-3')).toMatchObject({ line: { place: { rack: 'B', box: '3', number: '18' } } })
})

test('every difference needs its reason; then one act puts the cards on the shelf, waiting for the centre', async () => {
  await aDesk()
  for (const label of ['LABEL-k-1', 'LABEL-k-2', 'LABEL-k-9']) await scan(label)
  await note('k-2', 'damaged')
  expect(await receive(true)).toMatchObject({ refusal: { code: 'count-unexplained', details: { count: 3 } } })
  await note('k-2', 'damaged', 'Terlipat')
  await note('k-3', 'missing', 'Tidak ada di amplop')
  await note('k-9', 'good', 'Milik kiriman lain', { rack: 'C', box: '1', number: '01' })
  const id = 'b5c4f9a6-0000-7000-8000-000000000009'
  const signed = await receive(true, id)
  expect(signed).toMatchObject({
    ok: true,
    value: { number: '0001/BAP/3578071004-02/2026', good: 1, damaged: 1, missing: 1, extra: 1 },
  })
  expect(await receive(true, id)).toEqual(signed)
  expect(await counter.outbox()).toEqual(['parcel'])
  expect(await parcel()).toMatchObject({
    state: 'received',
    centre: 'waiting',
    counts: [{ staffName: 'Petugas rini' }],
  })
  expect(await noted()).toEqual([
    ['k-1', 'good', 'A 1 01', ''],
    ['k-2', 'damaged', null, 'Terlipat'],
    ['k-3', 'missing', null, 'Tidak ada di amplop'],
    ['k-9', 'extra', 'C 1 01', 'Milik kiriman lain'],
  ])
  const cards = await Promise.all([...ids, 'k-9'].map((cardId) => counter.get('card.get', { cardId })))
  expect(cards.map(({ card }) => [card.state, card.centre])).toEqual([
    ['ready', 'waiting'],
    ['damaged', 'waiting'],
    ['shipped', 'waiting'],
    ['ready', 'waiting'],
  ])
  expect(await counter.get('shipment.get', { shipmentId: 'other' })).toMatchObject({
    state: 'received',
    lines: [{ key: 'k-9', received: 'good', note: '0001/BAP/3578071004-02/2026' }],
  })
  expect(counter.log.errors).toEqual([])
})

test('what came today is signed today; the rest stays open and is signed under a number of its own tomorrow', async () => {
  await aDesk()
  expect(await receive(false)).toMatchObject({ refusal: { code: 'count-empty' } })
  await scan('LABEL-k-1')
  expect(await receive(false)).toMatchObject({ value: { good: 1, missing: 0 } })
  expect(await parcel()).toMatchObject({ state: 'partly-received' })
  expect(await scan('LABEL-k-1')).toMatchObject({ kind: 'received', number: '0001/BAP/3578071004-02/2026' })
  await scan('LABEL-k-2')
  await scan('LABEL-k-3')
  expect(await receive(true)).toMatchObject({ value: { number: '0002/BAP/3578071004-02/2026', good: 2 } })
  expect(await parcel()).toMatchObject({ state: 'received', counts: [{ complete: false }, { complete: true }] })
})

test('a card that was missed and turns up later is counted in after all', async () => {
  await aDesk()
  await scan('LABEL-k-1')
  await scan('LABEL-k-2')
  await note('k-3', 'missing', 'Tidak ada')
  await receive(true)
  expect(await scan('LABEL-k-3')).toMatchObject({ kind: 'counted', line: { received: 'missing', counted: 'good' } })
  expect(await receive(true)).toMatchObject({ value: { good: 1 } })
  expect((await counter.get('card.get', { cardId: 'k-3' })).card.state).toBe('ready')
})

test('what another desk signed in the meantime is shown, and counting it here again is no second time', async () => {
  await aDesk()
  await scan('LABEL-k-1')
  const line = { cardId: 'k-2', labelCode: 'LABEL-k-2', counted: 'good' as const, note: '', place: null }
  const count = { countId: 'c-9', number: '0001/BAP/3578071004-09/2026', complete: false, courierName: 'Agus' }
  const by = { at: '2026-11-24T02:00:00.000Z', staffId: 'fauzi', staffName: 'Fauzi', staffCode: 'F', deviceCode: '09' }
  const theirs = { ...aShipment(ids), state: 'partly-received' as const, lines: [line], counts: [{ ...count, ...by }] }
  await counter.pull([change('shipment', theirs, 2), change('card', { ...shipped('k-2'), state: 'ready' }, 2)])
  expect(await scan('LABEL-k-2')).toMatchObject({ kind: 'received', staffName: 'Fauzi', number: count.number })
  expect(await noted()).toEqual([
    ['k-1', 'good', 'A 1 01', ''],
    ['k-2', 'good', null, ''],
    ['k-3', null, null, ''],
  ])
})

test('a count is taken back by its line', async () => {
  await aDesk()
  await scan('LABEL-k-1')
  await counter.get('shipment.uncount-line', { shipmentId: 'parcel', key: 'k-1' })
  expect(await noted()).toEqual(ids.map((id) => [id, null, null, '']))
})
