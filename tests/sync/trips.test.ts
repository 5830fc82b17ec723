import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Act } from '#shared/domain/act/acts.ts'
import type { DoneBy } from '#shared/domain/movement/movement.ts'
import { nextQueueNumber } from '#shared/domain/trip/queue-number.ts'
import type { Trip, TripPlan } from '#shared/domain/trip/trip.ts'
import { tallyCards, tallyPeople } from '#shared/domain/trip/trip-tally.ts'
import type { Visit } from '#shared/domain/trip/visit.ts'
import { visitNow } from '#shared/domain/trip/visit-now.ts'
import { NarrowLine } from '../fixtures/narrow-line.ts'
import { City, cardId } from './city.ts'
import { Desk } from './desk.ts'

// A real server starts, and other work may share the machine.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 180_000 })

let city: City
beforeAll(async () => {
  city = await City.found()
})
afterAll(() => city.close())

/** 64 kbit/s: a phone's hotspot at the edge of the town. */
const hotspot = 8_000
const offline = true

/** A laptop of the home office that also has the others' data, as the Dinas grants it to a mobile team. */
async function aLaptop(url: string, home: string, others: readonly string[]): Promise<Desk> {
  const desk = await Desk.enrolled(url, home, await city.enrolmentCode(home))
  const { db } = city.server.centre
  await db
    .updateTable('devices')
    .set({ scopes: [home, ...others].join(' ') })
    .where('home_scope', '=', home)
    .execute()
  // The grant comes with the next token.
  await desk.restart()
  for (let round = 0; round < 2; round++) expect(await desk.round()).toMatchObject({ ok: true })
  return desk
}

const planOf = (scopes: readonly string[]): TripPlan => ({
  day: '2026-11-24',
  members: [{ name: 'Joko Susilo', staffId: null }],
  vehicle: 'Mobil keliling',
  places: scopes.map((scope, at) => ({
    ...{ id: `p-${at}`, name: `Balai ${at}`, address: '', scope, from: '08:00', to: '12:00' },
  })),
  targets: [],
})

const planned = (tripId: string, plan: TripPlan) => (by: DoneBy) =>
  ({ type: 'trip.plan', payload: { ...by, planId: `plan-${tripId}`, tripId, plan, offline } }) satisfies Act

const started = (tripId: string, device: string) => (by: DoneBy) =>
  ({
    type: 'trip.start',
    payload: { ...by, startId: `start-${device}`, tripId, day: '2026-11-24', deviceId: device, checks: [], offline },
  }) satisfies Act

/** One person from the number to the door; every third went away. Three acts each. */
async function serve(desk: Desk, tripId: string, letter: string, at: number): Promise<void> {
  const visitId = `v-${tripId}-${letter}-${at}`
  const given = Array.from({ length: at }, (_, before) => `${letter}-${String(before + 1).padStart(3, '0')}`)
  const of = { visitId, tripId, offline }
  const what = {
    name: `Warga ${at}`,
    nik: null,
    placeId: 'p-0',
    targetId: null,
    wants: ['recording'] as const,
    position: null,
  }
  const acts: readonly ((by: DoneBy) => Act)[] = [
    (by) => ({ type: 'visit.open', payload: { ...by, ...of, ...what, number: nextQueueNumber(letter, given) } }),
    (by) => ({
      type: 'visit.change',
      payload: {
        ...{ ...by, ...of, changeId: `c-${visitId}`, step: 'serving', add: [], strike: [] },
        set: { recording: { status: 'BIO_CAPTURED', reason: '' } },
      },
    }),
    (by) => ({
      type: 'visit.leave',
      payload: { ...by, ...of, leaveId: `l-${visitId}`, outcome: at % 3 === 2 ? 'gone' : 'served', note: '' },
    }),
  ]
  for (const act of acts) await desk.act(act, visitId)
}

const closed = (tripId: string, device: string, letter: string) => (by: DoneBy, ink: string) =>
  ({
    type: 'trip.close',
    payload: {
      ...{
        ...by,
        closeId: `close-${device}`,
        tripId,
        day: '2026-11-24',
        deviceId: device,
        number: `1/LJB/${device}`,
        letter,
      },
      ...{ people: nobody, cards: noCards, inHand: 0, explanation: null, offline },
      ...{ witness: { name: 'Pak Hadi', position: 'RW' }, signature: ink, witnessSignature: ink },
    },
  }) satisfies Act
const nobody = { opened: 0, served: 0, gone: 0, postponed: 0, here: 0 }
const noCards = { out: 0, handedOver: 0, back: 0, lost: 0, withTeam: 0 }

const carried =
  (tripId: string, kind: 'carried-out' | 'carried-back', ids: readonly string[]) => (by: DoneBy, ink: string) =>
    ({
      type: 'card.move',
      payload: {
        ...{ ...by, actId: `${kind}-${tripId}`, kind, cards: ids.map((id) => ({ cardId: id, place: null })), offline },
        ...{ number: null, reason: null, signature: ink, carrier: 'Joko Susilo', tripId },
      },
    }) satisfies Act

/** What the centre holds of one kind in an office. */
async function atCentre<T>(scope: string, entity: string): Promise<readonly T[]> {
  const rows = Object.entries((await city.rows(scope)) as Record<string, { row: unknown }>)
  return rows.flatMap(([key, { row }]) => (key.startsWith(`${entity}/`) ? [row as T] : []))
}

test('a laptop with the data of three kelurahan works a day of 40 people without a network, and sends it in the evening over 64 kbit/s', async () => {
  const [home, second, third] = [await city.office(), await city.office(), await city.office()]
  const line = await NarrowLine.open(city.url)
  const desk = await aLaptop(line.url, home, [second, third])
  const theirs = [cardId(home, 1), cardId(second, 1), cardId(third, 1), cardId(third, 2)]
  const known = await desk.store.read.selectFrom('card').select('id').where('id', 'in', theirs).execute()
  expect(known.map(({ id }) => id).sort()).toEqual([...theirs].sort())

  await desk.act(planned('t-1', planOf([home, second, third])), 't-1')
  await desk.act(carried('t-1', 'carried-out', theirs), theirs[0] ?? '')
  await desk.act(started('t-1', 'd-1'), 't-1')
  for (let at = 0; at < 40; at++) await serve(desk, 't-1', 'A', at)
  for (const id of theirs.slice(0, 3)) await desk.handOver(id)
  await desk.act(carried('t-1', 'carried-back', theirs.slice(3)), theirs[3] ?? '')
  await desk.act(closed('t-1', 'd-1', 'A'), 't-1')
  expect((await desk.sync.control.status()).unsent.count).toBe(3 + 40 * 3 + 3 + 2)

  line.narrowTo(hotspot)
  const before = line.bytes
  const began = performance.now()
  const faults: string[] = []
  // Where one exchange ends at its deadline the loop goes on with the next; nothing is begun anew.
  for (let round = 0; round < 8 && (await desk.sync.control.status()).unsent.count > 0; round++) {
    const done = await desk.round()
    if (!done.ok) faults.push(done.refusal.code)
  }
  const [seconds, kilobytes] = [(performance.now() - began) / 1000, (line.bytes - before) / 1000]
  console.info(
    `evening sync: ${kilobytes.toFixed(0)} KB in ${seconds.toFixed(0)} s at 64 kbit/s, ${faults.join() || 'no fault'}`,
  )
  expect((await desk.sync.control.status()).unsent.count).toBe(0)
  expect((await desk.overview()).exceptions).toEqual([])

  const people = tallyPeople((await atCentre<Visit>(home, 'visit')).map(visitNow))
  expect(people).toEqual({ opened: 40, served: 27, gone: 13, postponed: 0, here: 0 })
  expect((await atCentre<Trip>(home, 'trip')).map(({ state }) => state)).toEqual(['closed'])
  const cards = (
    await Promise.all([home, second, third].map((scope) => atCentre<{ id: string; state: 'ready' }>(scope, 'card')))
  ).flat()
  const states = cards.filter(({ id }) => theirs.includes(id)).map(({ state }) => state)
  expect(tallyCards(states)).toEqual({ out: 4, handedOver: 3, back: 1, lost: 0, withTeam: 0 })
  await desk.close()
  await line.close()
})

test('two laptops of one team, each without the other all day: both queues come together without a number given twice, at both and at the centre', async () => {
  const home = await city.office()
  const [one, two] = [
    await aLaptop(city.url, home, []),
    await Desk.enrolled(city.url, home, await city.enrolmentCode(home)),
  ]
  await one.act(planned('t-2', planOf([home])), 't-2')
  for (const desk of [one, two]) expect(await desk.round()).toMatchObject({ ok: true })
  await one.act(started('t-2', 'd-a'), 't-2')
  await two.act(started('t-2', 'd-b'), 't-2')
  for (let at = 0; at < 6; at++) {
    await serve(one, 't-2', 'A', at)
    await serve(two, 't-2', 'B', at)
  }
  await two.act(closed('t-2', 'd-b', 'B'), 't-2')
  expect(await two.round()).toMatchObject({ ok: true })
  await one.act(closed('t-2', 'd-a', 'A'), 't-2')
  for (const desk of [one, two, one]) expect(await desk.round()).toMatchObject({ ok: true })
  const numbers = (await atCentre<Visit>(home, 'visit')).map(({ opened }) => opened.number)
  expect([numbers.length, new Set(numbers).size]).toEqual([12, 12])
  const centre = await atCentre<Trip>(home, 'trip')
  expect(centre.map(({ state, closings }) => [state, closings.length])).toEqual([['closed', 2]])
  for (const desk of [one, two]) {
    const things = await desk.store.read
      .selectFrom('thing')
      .select(['entity', 'state'])
      .where('entity', 'in', ['trip', 'visit'])
      .execute()
    expect(things.filter(({ entity }) => entity === 'visit').map(({ state }) => state)).toEqual(Array(12).fill('left'))
    expect(things.filter(({ entity }) => entity === 'trip').map(({ state }) => state)).toEqual(['closed'])
  }
  await one.close()
  await two.close()
})
