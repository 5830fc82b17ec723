import { afterEach, expect, test } from 'vitest'
import type { InputOf } from '#shared/contract/engine/calls.ts'
import { Counter, handOverToOwner } from '../../testing/counter.ts'
import { aCard, change } from '../../testing/rows.ts'

let counter: Counter
afterEach(() => counter.close())

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

test('filters, counts and order are those of the shelf', async () => {
  await aShelf()
  expect(await names({})).toEqual(['Ayu Renggowati', 'Ayu Puspitasari', 'Zainal Abidin', 'Andrè Müller'])
  expect(await names({ sort: 'name', descending: false, limit: 2, offset: 1 })).toEqual([
    'Ayu Puspitasari',
    'Ayu Renggowati',
  ])
  expect(await names({ filter: 'over-30-days' })).toEqual(['Ayu Renggowati', 'Ayu Puspitasari'])
  expect((await list()).counts).toEqual({
    all: 4,
    ready: 3,
    'over-30-days': 2,
    'over-90-days': 1,
    'handed-over': 0,
    coming: 1,
    damaged: 0,
    other: 0,
  })
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
