import { afterEach, expect, test } from 'vitest'
import { type Act, applyAct, needsOf } from '#shared/domain/act/acts.ts'
import { RowSet } from '#shared/domain/act/row-set.ts'
import { aShipment, counted } from '#shared/domain/act/testing/an-act.ts'
import { Counter } from '../../testing/counter.ts'
import { aCard, change, scope } from '../../testing/rows.ts'
import { recordAct } from './record-act.ts'

const cards = ['k-1', 'k-2', 'k-3'].map((id) => aCard(id, { state: 'shipped', arrivedAt: null }))
const parcel = aShipment(['k-1', 'k-2', 'k-3'])
let counter: Counter

afterEach(() => counter.close())

const open = async () => {
  counter = await Counter.with({ cards, changes: [change('shipment', parcel)] })
}

const record = (act: Act) =>
  counter.write((tx) =>
    recordAct(tx, act, { staffId: 'rini', scope, subject: parcel.id, audit: { kind: 'hand-over' } }),
  )

const shown = () =>
  counter.deps.reading(async (db) => {
    const found = await Promise.all(cards.map(({ id }) => db.cards.find(id)))
    const shipment = await db.things.find('shipment', parcel.id)
    const lines = await db.things.list('movement', { about: 'k-1' })
    return {
      cards: found.map((one) => [one?.row.state, one?.centre]),
      shipment: [shipment?.row.state, shipment?.centre],
      ledger: lines.map(({ row, centre }) => [row.kind, centre]),
    }
  })

test('an act about many cards and their shipment is shown on all of them at once, marked as waiting', async () => {
  await open()
  await record(counted('count-1', { 'k-1': 'good', 'k-2': 'damaged' }))
  expect(await shown()).toEqual({
    cards: [
      ['ready', 'waiting'],
      ['damaged', 'waiting'],
      ['shipped', 'recorded'],
    ],
    shipment: ['partly-received', 'waiting'],
    ledger: [['received', 'waiting']],
  })
})

test('once the rows that hold its effect came from the centre, nothing waits any more', async () => {
  await open()
  const act = counted('count-1', { 'k-1': 'good', 'k-2': 'damaged' })
  await record(act)
  await counter.pull(afterAtCentre(act).map(({ entity, row }) => change(entity, row as never, 2)))
  expect(await shown()).toEqual({
    cards: [
      ['ready', 'recorded'],
      ['damaged', 'recorded'],
      ['shipped', 'recorded'],
    ],
    shipment: ['partly-received', 'recorded'],
    ledger: [['received', 'recorded']],
  })
})

/** What the centre makes of the act. */
function afterAtCentre(act: Act) {
  const rows = new RowSet()
  for (const row of cards) rows.put({ entity: 'card', id: row.id, row })
  rows.put({ entity: 'shipment', id: parcel.id, row: parcel })
  expect(needsOf(act).length).toBeGreaterThan(2)
  const at = '2026-11-24T02:20:00.000Z'
  const seen = { scope, deviceId: 'd', acceptedAt: at, permitted: true, flags: [], caseId: 'case' }
  return applyAct(act, rows, seen).changed
}
