import { afterEach, expect, test } from 'vitest'
import type { Act } from '#shared/domain/act/acts.ts'
import { AWorld, aShipment, counted } from '#shared/domain/act/testing/an-act.ts'
import { png } from '../../testing/a-png.ts'
import { Counter } from '../../testing/counter.ts'
import { aCard, change, scope } from '../../testing/rows.ts'
import type { KeptCommand } from '../../usecases/stores.ts'
import { overlay } from './overlay.ts'

const ids = ['k-1', 'k-2', 'k-3']
const shipped = (id: string) => aCard(id, { state: 'shipped', arrivedAt: null, place: null, shipmentId: 'parcel' })

/** What the centre holds after these acts. */
function after(...acts: readonly Act[]) {
  const centre = new AWorld(ids.map(shipped), aShipment(ids))
  for (const act of acts) centre.apply(act)
  const cards = ids.map((id) => change('card', centre.card(id) ?? shipped(id), 2))
  const parcel = change('shipment', centre.rows.get('shipment', 'parcel') ?? aShipment(ids), 2)
  return { cards, parcel }
}

let counter: Counter
afterEach(() => counter?.close())

/** A desk without a line counted the whole parcel. */
async function aDeskThatCounted(): Promise<Act> {
  counter = await Counter.with({ cards: ids.map(shipped), changes: [change('shipment', aShipment(ids))] })
  await counter.signIn()
  for (const id of ids) await counter.get('shipment.count-line', { shipmentId: 'parcel', code: `LABEL-${id}` })
  const signed = { courierName: 'Agus', signature: png, courierSignature: png }
  await counter.get('shipment.receive', { shipmentId: 'parcel', complete: true, ...signed })
  const { payload } = await counter.store.read.selectFrom('command').select('payload').executeTakeFirstOrThrow()
  return { type: 'shipment.receive', payload: JSON.parse(payload ?? '') }
}

const answered = () =>
  counter.store.inTransaction(async (trx) => {
    await trx.updateTable('command').set({ verdict: 'applied', decided_at: '2026-11-24T03:00:00.000Z' }).execute()
    await counter.rows.refresh(trx, [...ids.map((id) => `card/${id}`), 'shipment/parcel'])
  })

/** What the screens show otherwise than the centre has it. */
async function shownApart(): Promise<string[]> {
  const { read } = counter.store
  const things = await read.selectFrom('thing').select('id').where('projected', 'is not', null).execute()
  const cards = await read.selectFrom('card_projected').select('row').execute()
  return [...things.map(({ id }) => id), ...cards.map(({ row }) => row)]
}
const states = async () =>
  (await counter.store.read.selectFrom('card').select('state').execute()).map((row) => row.state)

test('a parcel that another desk counted before: once its row is here, nothing of the own count is shown as waiting', async () => {
  const own = await aDeskThatCounted()
  const centre = after(counted('theirs', { 'k-1': 'good', 'k-2': 'good', 'k-3': 'good' }), own)
  await answered()
  await counter.pull(centre.cards)
  await counter.pull([centre.parcel])
  expect(await shownApart()).toEqual([])
  expect(await states()).toEqual(['ready', 'ready', 'ready'])
})

test('an own count is on the parcel before it is on its cards: they do not become shipped again', async () => {
  const own = await aDeskThatCounted()
  const centre = after(own)
  await answered()
  await counter.pull([centre.parcel])
  expect(await states()).toEqual(['ready', 'ready', 'ready'])
  await counter.pull(centre.cards)
  expect(await states()).toEqual(['ready', 'ready', 'ready'])
})

test('two own counts of one parcel wait: the second makes no line of the ledger, as at the centre', () => {
  const command = (countId: string): KeptCommand => {
    const { type, payload } = counted(countId, { 'k-1': 'good' })
    return { commandId: `c-${countId}`, seq: 1, type, at: payload.at, payload: JSON.stringify(payload), verdict: null }
  }
  const parcel = { entity: 'shipment', id: 'parcel', row: aShipment(ids) } as const
  const base = { card: shipped('k-1'), handovers: [], openCase: null, neighbours: [parcel] }
  const device = {
    deviceId: 'd-1',
    deviceCode: '02',
    deviceName: 'KTB-02',
    homeScope: scope,
    scopes: [scope],
    generation: 1,
  }
  const shown = overlay(base, [command('first'), command('second')], device)
  expect(shown.movements.map(({ id }) => id)).toEqual(['first:k-1'])
  expect(shown.card).toMatchObject({ centre: 'waiting', row: { state: 'ready' } })
})
