import { afterEach, beforeEach, expect, test } from 'vitest'
import { rows } from '../database/sql.ts'
import { Counter } from '../testing/counter.ts'
import { aCard, change } from '../testing/rows.ts'
import { applyInTurns } from './apply-changes.ts'

const many = Array.from({ length: 5000 }, (_, number) => change('card', aCard(`K-${number}`)))

let counter: Counter
beforeEach(async () => {
  counter = await Counter.with({})
})
afterEach(() => counter.close())

const copied = async () =>
  (await rows<{ id: string }>(counter.store.read, "SELECT id FROM replica WHERE id LIKE 'K-%'")).length

test('an act that comes during a first copy is done before the copy goes on, and all rows come', async () => {
  const copying = applyInTurns({ store: counter.store, baseRows: counter.rows }, many, 1)
  const before = await counter.store.inTransaction(copied)
  const rest = await copying
  expect(before).toBeGreaterThan(0)
  expect(before).toBeLessThan(many.length - rest.length)
  expect(await copied()).toBe(many.length - rest.length)
  expect(rest).toEqual(many.slice(-rest.length))
})
