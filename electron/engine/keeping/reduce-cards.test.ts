import { afterEach, expect, test } from 'vitest'
import type { HandedOver } from '#shared/domain/card/card.ts'
import { rows } from '../database/sql.ts'
import { Counter } from '../testing/counter.ts'
import { aCard, aFact, change, scope } from '../testing/rows.ts'
import { eraseOver, usualDays } from './erase-over.ts'

let counter: Counter
afterEach(() => counter.close())

const given = (id: string, at: string): HandedOver => ({
  ...{ handoverId: `h-${id}`, receiptNumber: `0001/BST/${id}/2026`, at, collectorName: 'Agus Handayani' },
  ...{ collectorKind: 'family', staffName: 'Petugas rini', staffCode: 'KLP-P01', deviceCode: '01' },
})
const handedOverAt = '2026-08-01T02:00:00.000Z'
const cardOf = (id: string, more = {}) =>
  aCard(id, { state: 'handed-over', place: null, handedOver: given(id, handedOverAt), ...more })
const handoverOf = (id: string) => {
  const fact = aFact(id, `h-${id}`)
  const collector = { ...fact.collector, kind: 'family' as const, name: 'Agus Handayani', nik: '3578010203880001' }
  const row = { ...fact, id: `h-${id}`, scope, deviceId: 'd-1', at: handedOverAt, collector, acceptedAt: handedOverAt }
  return change('handover', { ...row, standing: 'stands', flags: [] })
}

async function office(cards: Parameters<typeof Counter.with>[0]['cards'] = []): Promise<void> {
  counter = await Counter.with({
    cards,
    changes: (cards ?? []).flatMap(({ id, state }) => (state === 'handed-over' ? [handoverOf(id)] : [])),
  })
  await counter.signIn()
  await counter.synced()
}

const noted: string[] = []
const erase = (now: string) => {
  noted.length = 0
  return eraseOver(counter.store, now, usualDays, async (_trx, counts) => void noted.push(counts), counter.baseRows)
}
const personIn = async () => {
  const all = await rows<{ row: string }>(
    counter.store.read,
    "SELECT row FROM replica WHERE entity <> 'household' AND entity <> 'staff'",
  )
  const search = await counter.store.read.selectFrom('card').select(['owner_name', 'owner_nik']).execute()
  return /Dewi|Agus|3578015|357801020388|1990-04/.test(JSON.stringify([all, search]))
}

test('ninety days after a card was handed over nothing here says whose it was or who collected it; that it was given, when, and under which number stays', async () => {
  await office([cardOf('k-1')])
  expect(await erase('2026-10-29T02:00:00.000Z')).toBeNull()
  expect(await personIn()).toBe(true)
  expect(await erase('2026-10-31T02:00:00.000Z')).toMatchObject({ cards: 1 })
  expect(await personIn()).toBe(false)
  expect(await counter.get('scan.resolve', { code: cardOf('k-1').kitirCode, source: 'camera' })).toMatchObject({
    kind: 'cards',
  })
  expect(await counter.get('card.get', { cardId: 'k-1' })).toMatchObject({
    card: {
      state: 'handed-over',
      handedOver: { receiptNumber: '0001/BST/k-1/2026', at: handedOverAt, staffName: 'Petugas rini' },
    },
  })
  const dewi = { filter: 'all', search: 'Dewi', sort: 'age', descending: false, offset: 0, limit: 10 } as const
  expect(await counter.get('card.list', dewi)).toMatchObject({ total: 0 })
  expect(await erase('2026-11-01T02:00:00.000Z')).toBeNull()
})

test('a card that is not given out, was given lately, is in a case, or of which the centre does not know it, stays whole', async () => {
  const lately = given('k-2', '2026-10-30T02:00:00.000Z')
  await office([aCard('k-1'), cardOf('k-2', { handedOver: lately }), cardOf('k-3', { caseId: 'case-1' })])
  expect(await counter.handOver('k-1')).toMatchObject({ ok: true })
  const before = await rows(counter.store.read, "SELECT id, row FROM replica WHERE entity IN ('card', 'handover')")
  const after = await erase('2026-10-31T02:00:00.000Z')
  expect(after?.cards ?? 0).toBe(0)
  expect(await rows(counter.store.read, "SELECT id, row FROM replica WHERE entity IN ('card', 'handover')")).toEqual(
    before,
  )
  const longAfter = new Date(Date.parse(counter.clock.now()) + 2000 * 86_400_000).toISOString()
  await erase(longAfter)
  const [waiting] = await rows<{ row: string }>(counter.store.read, "SELECT row FROM replica WHERE id = 'k-1'")
  expect(JSON.parse(waiting?.row ?? '{}')).toMatchObject({ ownerName: 'Dewi Lestari Handayani' })
})

test('of many cards a few go at a time, each time with an entry that says how many, and an act of a person goes between them', async () => {
  await office([...Array.from({ length: 24 }, (_, at) => cardOf(`k-${at + 1}`)), aCard('k-given')])
  const erasing = erase('2026-10-31T02:00:00.000Z')
  await new Promise((resolve) => setImmediate(resolve))
  expect(await counter.handOver('k-given')).toMatchObject({ ok: true })
  expect(noted.length).toBeLessThan(3)
  expect(await erasing).toMatchObject({ cards: 24 })
  expect(noted).toEqual(['cards 10', 'cards 10', 'cards 4'])
})
