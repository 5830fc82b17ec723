import { afterEach, expect, test } from 'vitest'
import type { InputOf } from '#shared/contract/engine/calls.ts'
import { cardFilter } from '#shared/contract/engine/cards.ts'
import { Counter, handOverToOwner } from '../../testing/counter.ts'
import { aCard, change } from '../../testing/rows.ts'

let counter: Counter
afterEach(() => counter.close())

const handedOver = {
  handoverId: 'h-1',
  receiptNumber: '0001/BST/3578071004-02/2026',
  collectorName: 'Warga',
  collectorKind: 'self',
  staffName: 'Petugas rini',
  staffCode: 'KTB-RINI',
  deviceCode: '02',
} as const

const list = (more: Partial<InputOf<'card.list'>> = {}) =>
  counter.get('card.list', {
    filter: 'all',
    search: '',
    sort: 'age',
    descending: true,
    offset: 0,
    limit: 50,
    ...more,
  })
const names = async (more: Partial<InputOf<'card.list'>>) => (await list(more)).rows.map(({ ownerName }) => ownerName)

async function aShelf() {
  counter = await Counter.with({
    cards: [
      aCard('k-1', { ownerName: 'Zainal Abidin', arrivedAt: '2026-11-20T03:00:00.000Z' }),
      aCard('k-2', { ownerName: 'Ayu Puspitasari', arrivedAt: '2026-10-10T03:00:00.000Z' }),
      aCard('k-3', { ownerName: 'Ayu Renggowati', arrivedAt: '2026-07-01T03:00:00.000Z' }),
      aCard('k-4', { ownerName: 'Andrè Müller', state: 'shipped', arrivedAt: null }),
    ],
  })
  await counter.signIn()
}

test('a place that two desks gave to a card each is marked at both, until one is moved', async () => {
  const at = (number: string) => ({ place: { rack: 'A', box: '1', number } })
  const gone = {
    ...at('01'),
    state: 'handed-over' as const,
    handedOver: { ...handedOver, at: '2026-11-20T03:00:00.000Z' },
  }
  counter = await Counter.with({
    cards: [aCard('k-1', at('01')), aCard('k-2', at('01')), aCard('k-3', at('02')), aCard('k-4', gone)],
  })
  await counter.signIn()
  const marked = async () => (await list()).rows.filter(({ sharesPlace }) => sharesPlace).map(({ cardId }) => cardId)
  expect((await marked()).sort()).toEqual(['k-1', 'k-2'])
  await counter.pull([change('card', aCard('k-2', at('03')), 2)])
  expect(await marked()).toEqual([])
})

test('filters, counts and order are those of the shelf', async () => {
  await aShelf()
  expect(await names({})).toEqual(['Ayu Renggowati', 'Ayu Puspitasari', 'Zainal Abidin', 'Andrè Müller'])
  expect(await names({ sort: 'name', descending: false, limit: 2, offset: 1 })).toEqual([
    'Ayu Puspitasari',
    'Ayu Renggowati',
  ])
  expect(await names({ filter: 'to-remind' })).toEqual(['Ayu Renggowati', 'Ayu Puspitasari'])
  expect((await list()).counts).toEqual({
    all: 4,
    ready: 3,
    'to-remind': 2,
    'to-return': 1,
    'handed-over': 0,
    coming: 1,
    reminded: 0,
    'with-team': 0,
    damaged: 0,
    other: 0,
  })
})

test("whose owner was reminded waits no more to be told, on the list and on Beranda; the limits are the region's", async () => {
  await aShelf()
  const waiting = async () => {
    const { todo } = await counter.get('home.summary', {})
    return [(await names({ filter: 'to-remind' })).length, todo.find(({ kind }) => kind === 'uncollected')]
  }
  expect(await waiting()).toEqual([2, { kind: 'uncollected', toRemind: 2, toReturn: 1 }])
  const moved = { cards: [{ cardId: 'k-2', place: null }], reason: '', signature: null }
  await counter.get('card.move', { kind: 'reminded', ...moved })
  expect(await waiting()).toEqual([1, { kind: 'uncollected', toRemind: 1, toReturn: 1 }])
  const [told] = (await list({ filter: 'reminded' })).rows
  expect(told).toMatchObject({ ownerName: 'Ayu Puspitasari', remindedAt: counter.clock.now() })
  const region = await counter.deps.reading(({ settings }) => settings.region())
  const limits = { ...region.limits, uncollectedReminderDays: 200, uncollectedReturnDays: 200 }
  await counter.write(({ settings }) => settings.saveRegion({ ...region, limits }))
  expect(await waiting()).toEqual([0, undefined])
})

/** Cards of every state, some without place or age, some reminded, each with what it is sorted by in its name. */
const manyCards = Array.from({ length: 60 }, (_, n) => {
  const states = ['ready', 'ready', 'damaged', 'handed-over', 'shipped', 'lost', 'returned', 'printed'] as const
  const state = states[n % states.length] ?? 'ready'
  const arrived = state !== 'shipped' && state !== 'printed'
  const at = new Date(Date.parse('2026-11-23T03:00:00.000Z') - ((n * 37) % 120) * 86_400_000).toISOString()
  return aCard(`m-${String(n).padStart(2, '0')}`, {
    state,
    ownerName: `Warga ${String((n * 7) % 60).padStart(2, '0')}`,
    place: n % 5 === 0 ? null : { rack: 'A', box: String((n * 11) % 13), number: String(n) },
    arrivedAt: arrived ? at : null,
    remindedAt: n % 8 === 1 ? at : null,
    handedOver: state === 'handed-over' ? { ...handedOver, at } : null,
  })
})

test('pages of any filter, search and order follow on each other without gap or double, and are as many as is counted', async () => {
  counter = await Counter.with({ cards: manyCards })
  await counter.signIn()
  for (const search of ['', 'warga', 'warga 1'])
    for (const filter of cardFilter.options)
      for (const sort of ['age', 'place', 'name', 'state'] as const)
        for (const descending of [true, false]) {
          const asked = { search, filter, sort, descending }
          const whole = await list({ ...asked, limit: 500 })
          const paged: string[] = []
          for (let offset = 0; offset < whole.total; offset += 7)
            paged.push(...(await list({ ...asked, offset, limit: 7 })).rows.map(({ cardId }) => cardId))
          expect({ asked, paged }).toEqual({ asked, paged: whole.rows.map(({ cardId }) => cardId) })
          expect({ asked, n: whole.rows.length }).toEqual({ asked, n: whole.total })
          expect(new Set(paged).size).toBe(paged.length)
        }
})

test('what is on the shelf comes first by age, and what was handed over by the day of that', async () => {
  counter = await Counter.with({ cards: manyCards })
  await counter.signIn()
  const shelf = (await list({ limit: 500 })).rows.filter(({ state }) => state === 'ready' || state === 'damaged')
  expect((await list({ limit: shelf.length })).rows).toEqual(shelf)
  expect(shelf.map(({ arrivedAt }) => arrivedAt)).toEqual(shelf.map(({ arrivedAt }) => arrivedAt).sort())
  const given = (await list({ filter: 'handed-over', limit: 500 })).rows.map((card) => card.handedOver?.at ?? '')
  expect(given).toEqual(given.toSorted().reverse())
})

test('places stand as on the shelf: box 2 before box 10, those without a place last either way', async () => {
  counter = await Counter.with({ cards: manyCards })
  await counter.signIn()
  const boxes = async (descending: boolean) =>
    (await list({ sort: 'place', descending, limit: 500 })).rows.map(({ place }) => place && Number(place.box))
  const rising = (await boxes(false)).filter((box) => box !== null)
  expect(rising).toEqual(rising.toSorted((a, b) => a - b))
  expect((await boxes(false)).slice(rising.length)).toEqual(Array(60 - rising.length).fill(null))
  expect((await boxes(true)).filter((box) => box !== null)).toEqual(rising.toReversed())
  expect((await boxes(true)).at(-1)).toBeNull()
})

test('people are found by the beginnings of their names, without accents, and by their numbers', async () => {
  await aShelf()
  const { kitirNumber, ownerNik } = aCard('k-2')
  expect(await names({ search: 'ayu pus' })).toEqual(['Ayu Puspitasari'])
  expect(await names({ search: 'andre muller' })).toEqual(['Andrè Müller'])
  expect(await names({ search: ownerNik.slice(0, 15) })).toContain('Ayu Puspitasari')
  for (const typed of [kitirNumber, kitirNumber.replaceAll('-', ''), kitirNumber.toLowerCase()])
    expect(await names({ search: typed })).toEqual(['Ayu Puspitasari'])
  for (const odd of ['"', "' OR 1=1 --", '*', 'NEAR(', '%', '\u0000'])
    expect((await list({ search: odd })).total).toBe(0)
})

test('a receipt number finds its card as soon as it exists', async () => {
  await aShelf()
  const { receiptNumber } = await counter.get('handover.record', handOverToOwner('k-1'))
  expect(await names({ search: receiptNumber })).toEqual(['Zainal Abidin'])
  const found = await counter.get('card.search', { text: receiptNumber.slice(0, 6), limit: 5 })
  expect(found.map(({ cardId }) => cardId)).toEqual(['k-1'])
})

test('a changed name is found, the old one no longer', async () => {
  await aShelf()
  await counter.pull([change('card', aCard('k-1', { ownerName: 'Zulkifli' }), 2)])
  expect(await names({ search: 'zainal' })).toEqual([])
  expect(await names({ search: 'zul' })).toEqual(['Zulkifli'])
  await counter.pull([{ ...change('card', aCard('k-1'), 3), row: null }])
  expect((await list()).total).toBe(3)
  expect(await names({ search: 'zul' })).toEqual([])
})

test('searching and revealing are in the audit chain, without the words', async () => {
  await aShelf()
  await list({ search: 'puspitasari' })
  const { nik } = await counter.get('card.reveal-nik', { cardId: 'k-2' })
  expect(nik).toBe(aCard('k-2').ownerNik)
  const entries = JSON.stringify(await counter.store.read.selectFrom('audit_entry').select('entry').execute())
  expect(entries).toContain('found:1')
  expect(entries).toContain('reveal-nik')
  expect(entries).not.toContain('puspitasari')
})
