import { afterEach, beforeEach, expect, test } from 'vitest'
import { png } from '../../testing/a-png.ts'
import { Counter } from '../../testing/counter.ts'
import { aCard } from '../../testing/rows.ts'

const day = 24 * 60

let counter: Counter
beforeEach(async () => {
  counter = await Counter.with({ cards: ['k-1', 'k-2', 'k-3'].map((id) => aCard(id)) })
  await counter.signIn()
  await counter.synced()
})
afterEach(() => counter.close())

const gates = async () => (await counter.get('app.status', {})).gates
/** So much later, with the centre out of reach; the person signs in again each time. */
async function later(minutes: number) {
  counter.clock.pass(minutes)
  counter.centre.reachable = true
  await counter.signIn()
  counter.centre.reachable = false
}

test('fourteen days without the centre: said three days before, locked at the last moment, and nothing is lost', async () => {
  await later(11 * day - 1)
  expect(await gates()).toEqual([])
  await later(1)
  expect(await gates()).toEqual([{ kind: 'sync', stage: 'soon', left: 3 }])
  await later(3 * day - 1)
  expect(await counter.handOver('k-1')).toMatchObject({ ok: true })
  await later(1)
  expect(await gates()).toEqual([{ kind: 'sync', stage: 'locked', left: 0 }])
  expect(await counter.handOver('k-2')).toEqual({ ok: false, refusal: { code: 'locked-not-synced' } })
  expect(await counter.outbox()).toEqual(['k-1'])
})

test('behind the lock everything can still be read and sent, and it opens with the next sync', async () => {
  await later(15 * day)
  expect(await counter.handOver('k-1')).toMatchObject({ ok: false })
  const all = { filter: 'ready', search: '', sort: 'age', descending: false, offset: 0, limit: 50 } as const
  expect((await counter.get('card.list', all)).total).toBe(3)
  expect(await counter.get('scan.resolve', { code: 'kitir-k-1', source: 'typed' })).toBeDefined()
  expect(await counter.get('sync.now', {})).toEqual({ sent: 0, received: 0 })
  await counter.synced()
  expect(await gates()).toEqual([])
  expect(await counter.handOver('k-1')).toMatchObject({ ok: true })
})

test('an act that has waited for ten days locks, though the desk hears the centre', async () => {
  expect(await counter.handOver('k-1')).toMatchObject({ ok: true })
  await later(7 * day)
  await counter.synced()
  expect(await gates()).toEqual([{ kind: 'oldest', stage: 'soon', left: 3 }])
  await later(3 * day)
  await counter.synced()
  expect(await counter.handOver('k-2')).toEqual({ ok: false, refusal: { code: 'locked-too-old' } })
})

test('seven days after the online sign-in a session that still runs records nothing new; the password, asked online, opens it', async () => {
  counter.clock.pass(7 * day - 60)
  counter.centre.reachable = false
  await counter.signIn()
  expect(await gates()).toEqual([{ kind: 'sign-in', stage: 'soon', left: 1 }])
  expect(await counter.handOver('k-1')).toMatchObject({ ok: true })
  counter.clock.pass(60)
  expect(await counter.handOver('k-2')).toEqual({ ok: false, refusal: { code: 'locked-sign-in' } })
  counter.centre.reachable = true
  expect(await counter.ask('session.unlock', { password: 'Loket-uji-2026' })).toMatchObject({ ok: true })
  expect(await counter.handOver('k-2')).toMatchObject({ ok: true })
})

test('a clock that is set back does not open the gate', async () => {
  counter.clock.pass(14 * day - 1)
  await counter.signIn()
  await counter.deps.timeNow()
  counter.clock.set(-13 * day)
  counter.clock.pass(1)
  expect(await counter.handOver('k-1')).toMatchObject({ refusal: { code: 'locked-not-synced' } })
})

test('what only ends something begun may be done behind a lock of days: the drawer is signed for', async () => {
  await counter.get('shift.open', { counted: { ktpEl: 3, kia: 0 }, explanation: null, signature: png })
  await later(15 * day)
  const { shift } = await counter.get('shift.today', {})
  const boxes = [{ rack: 'A', box: '2', ktpEl: 3, kia: 0 }]
  const nothing = { scanned: [], extras: [], explanations: [], taking: null }
  const closing = { shiftId: shift?.shiftId ?? '', boxes, signature: png, ...nothing }
  expect(await counter.ask('shift.close', closing)).toMatchObject({ ok: true })
})
