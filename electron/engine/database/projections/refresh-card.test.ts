import { afterEach, expect, test } from 'vitest'
import { deviceReads } from '../../sync/device-reads.ts'
import { outboxReads } from '../../sync/outbox.ts'
import { Counter } from '../../testing/counter.ts'
import { aCard } from '../../testing/rows.ts'
import type { ReadDb } from '../handles.ts'
import { projectionTables } from './projection-tables.ts'
import { refreshCard } from './refresh-card.ts'
import { rowsBeside } from './rows-beside.ts'

let counter: Counter
afterEach(() => counter?.close())

test('showing a card again looks up what is about it, and reads through no other card, hand-over or case', async () => {
  counter = await Counter.with({ cards: [aCard('k-1')] })
  const { store } = counter
  const asked = new Set<string>()
  await store.inTransaction(async (trx) => {
    const listening: ReadDb = Object.create(trx, {
      direct: {
        value: (...[sql, values]: Parameters<ReadDb['direct']>) => {
          asked.add(sql)
          return trx.direct(sql, values)
        },
      },
    })
    await refreshCard(listening, 'k-1', {
      tables: projectionTables(store),
      outboxIn: outboxReads,
      deviceIn: deviceReads,
    })
    await rowsBeside(listening, 'card/k-1')
  })
  const plans = [...asked].flatMap((sql) => planOf(store.read, sql))
  expect(plans.length).toBeGreaterThan(5)
  expect(plans.filter((step) => readsThrough.test(step))).toEqual([])
})

const readsThrough = /^SCAN (card|handover|case_file|thing|replica|command|[trcp])\b|\(entity=\?\)/

/** How SQLite goes about a statement, step by step. */
const planOf = (db: ReadDb, sql: string): string[] =>
  db
    .direct(
      `EXPLAIN QUERY PLAN ${sql}`,
      sql
        .split('?')
        .slice(1)
        .map(() => ''),
    )
    .map((row) => String(Reflect.get(row as object, 'detail')))
