import { afterEach, beforeEach, expect, test } from 'vitest'
import { aShipment } from '#shared/domain/act/testing/an-act.ts'
import type { CountLine } from '#shared/domain/shipment/shipment.ts'
import { png } from '../../testing/a-png.ts'
import { Counter } from '../../testing/counter.ts'
import { aCard, change } from '../../testing/rows.ts'

let counter: Counter
afterEach(() => counter.close())

const ids = ['k-1', 'k-2', 'k-3']
const shipped = (id: string, shipmentId = 'parcel') =>
  aCard(id, { state: 'shipped', arrivedAt: null, place: null, shipmentId })

beforeEach(async () => {
  const other = { ...aShipment(['k-9']), id: 'other', number: '0008/BAK/SIOLA-01/2026' }
  counter = await Counter.with({
    cards: [...ids.map((id) => shipped(id)), shipped('k-9', 'other'), aCard('k-team', { state: 'with-team' })],
    changes: [change('shipment', aShipment(ids)), change('shipment', other)],
  })
  await counter.signIn()
})

const shipmentId = 'parcel'
const scan = (code: string) => counter.get('shipment.count-line', { shipmentId, code })
const note = (key: string, counted: 'good' | 'damaged' | 'missing', words = '') =>
  counter.ask('shipment.change-line', { shipmentId, key, counted, note: words, place: null })
const explain = (...lines: { key: string; note: string }[]) => counter.get('shipment.explain', { shipmentId, lines })
const signed = { shipmentId, courierName: 'Agus', signature: png, courierSignature: png }
const receive = (complete: boolean) => counter.ask('shipment.receive', { ...signed, complete })
const lineOf = async (key: string) =>
  (await counter.get('shipment.get', { shipmentId })).lines.find((line) => line.key === key)

/** Another desk signed this of some cards, and it came from the centre. */
async function otherDesk(...found: readonly (readonly [cardId: string, counted: CountLine['counted']])[]) {
  const lines = found.map(([cardId, counted]) => ({ cardId, labelCode: cardId, counted, note: 'Dilihat', place: null }))
  const by = { at: '2026-11-24T02:00:00.000Z', staffId: 'fauzi', staffName: 'Fauzi', staffCode: 'F', deviceCode: '09' }
  const count = { countId: 'c-9', number: '0001/BAP/3578071004-09/2026', complete: false, courierName: 'Agus', ...by }
  const theirs = { ...aShipment(ids), state: 'partly-received' as const, lines, counts: [count] }
  await counter.pull([change('shipment', theirs, 2)])
}

test('a card that another desk signed meanwhile in the same way is not signed again; one that it found otherwise is', async () => {
  await scan('LABEL-k-1')
  await scan('LABEL-k-2')
  await scan('LABEL-k-3')
  await explain({ key: 'k-3', note: 'Retak' })
  await note('k-3', 'damaged', 'Retak')
  await otherDesk(['k-2', 'good'], ['k-3', 'good'])
  expect(await lineOf('k-2')).toMatchObject({ counted: null, received: 'good', signedElsewhere: true })
  expect(await lineOf('k-3')).toMatchObject({ counted: 'damaged', received: 'good', signedElsewhere: false })
  expect(await scan('LABEL-k-2')).toMatchObject({ kind: 'received', staffName: 'Fauzi' })
  expect(await receive(false)).toMatchObject({ ok: true, value: { good: 1, damaged: 1, stored: ['k-1'] } })
  expect(await lineOf('k-2')).toMatchObject({ counted: null, received: 'good', signedElsewhere: false })
  expect(await receive(false)).toMatchObject({ refusal: { code: 'count-empty' } })
})

test('a card that was not found here, and was signed for by another desk, is not missing', async () => {
  await scan('LABEL-k-1')
  await explain({ key: 'k-2', note: 'Tidak ada' }, { key: 'k-3', note: 'Tidak ada' })
  await otherDesk(['k-2', 'good'])
  expect(await receive(true)).toMatchObject({ value: { good: 1, missing: 1 } })
})

test('a card that was signed for cannot be noted again; why it differs is no matter of this parcel any more', async () => {
  await scan('LABEL-k-1')
  await receive(false)
  for (const counted of ['missing', 'damaged'] as const)
    expect(await note('k-1', counted, 'Salah tekan')).toMatchObject({ refusal: { code: 'already-signed' } })
  await explain({ key: 'k-1', note: 'Salah tekan' }, { key: 'k-2', note: 'Tertinggal' })
  expect(await lineOf('k-1')).toMatchObject({ counted: null, received: 'good', note: '' })
  expect(await lineOf('k-2')).toMatchObject({ counted: 'missing', note: 'Tertinggal' })
})

test('a card that was not announced cannot be missing', async () => {
  await scan('LABEL-k-9')
  expect(await note('k-9', 'missing', 'x')).toMatchObject({ refusal: { code: 'not-announced' } })
  expect(await lineOf('k-9')).toMatchObject({ counted: 'good' })
})

test('what is looked for tomorrow keeps its reason when the rest is signed today', async () => {
  await explain({ key: 'k-3', note: 'Kurir bilang tertinggal di Siola' })
  await scan('LABEL-k-1')
  await receive(false)
  expect(await lineOf('k-3')).toMatchObject({ counted: 'missing', note: 'Kurir bilang tertinggal di Siola' })
})

test('of a parcel only cards of its list count as received', async () => {
  await scan('LABEL-k-1')
  await scan('LABEL-k-2')
  await scan('LABEL-k-9')
  await explain({ key: 'k-9', note: 'Milik kiriman lain' }, { key: 'k-3', note: 'Tidak ada' })
  expect(await receive(true)).toMatchObject({ ok: true })
  const { rows } = await counter.get('shipment.list', { which: 'received', offset: 0, limit: 10 })
  expect(rows.find((row) => row.shipmentId === shipmentId)).toMatchObject({ cards: 3, received: 2, differences: 2 })
})

test('a card that a team carries cannot have come with a parcel', async () => {
  expect(await scan('LABEL-k-team')).toMatchObject({ kind: 'not-on-the-way', state: 'with-team' })
})
