import { afterEach, expect, test } from 'vitest'
import type { InputOf } from '#shared/contract/engine/calls.ts'
import { Counter } from '../../testing/counter.ts'
import { scope } from '../../testing/rows.ts'

let counter: Counter
afterEach(() => counter.close())

async function aDesk() {
  counter = await Counter.with({})
  await counter.signIn()
}

const helped = (more: Partial<InputOf<'assistance.record'>> = {}) =>
  counter.get('assistance.record', { kind: 'ikd', people: 1, kelurahan: scope, note: '', ...more })
const today = () => counter.get('assistance.list', { day: null })

test('the day counts whom it helped; an entry that was a mistake stays in the list and counts no more', async () => {
  await aDesk()
  await helped({ people: 4, note: 'Posyandu RW 5' })
  counter.clock.pass(1)
  const { assistanceId } = await helped({ kind: 'account', people: 20 })
  await counter.get('assistance.withdraw', { assistanceId })
  const { rows, people } = await today()
  expect(people).toBe(4)
  expect(rows.map(({ kind, people, note, withdrawn, centre }) => [kind, people, note, withdrawn, centre])).toEqual([
    ['account', 20, null, true, 'waiting'],
    ['ikd', 4, 'Posyandu RW 5', false, 'waiting'],
  ])
  expect(await counter.ask('assistance.withdraw', { assistanceId })).toMatchObject({
    refusal: { code: 'assistance-unknown' },
  })
})

test('figures are by where the citizens live and by what they were helped with, most first', async () => {
  await aDesk()
  await helped({ people: 2 })
  await helped({ people: 3, kind: 'taught', kelurahan: '3578101003' })
  await helped({ people: 1, kind: 'account', kelurahan: '3578101003' })
  await helped({ people: 1, kind: 'other', kelurahan: null })
  const day = (await today()).day
  const { rows, all, people } = await counter.get('assistance.figures', { from: day, to: day })
  expect(rows.map(({ kelurahan, all: sum }) => [kelurahan, sum])).toEqual([
    ['3578101003', 4],
    [scope, 2],
    [null, 1],
  ])
  expect([all, people]).toEqual([7, { account: 1, ikd: 2, taught: 3, other: 1 }])
  expect(await counter.get('assistance.figures', { from: '2026-11-23', to: '2026-11-23' })).toMatchObject({ all: 0 })
})

test('a note that seems to name somebody is not taken, and nothing is written', async () => {
  await aDesk()
  const input = { kind: 'other' as const, people: 1, kelurahan: scope, note: 'NIK 3578015204900001' }
  expect(await counter.ask('assistance.record', input)).toMatchObject({ refusal: { code: 'note-has-person' } })
  expect(await counter.outbox()).toEqual([])
})
