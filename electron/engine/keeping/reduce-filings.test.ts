import { afterEach, expect, test } from 'vitest'
import { RowSet } from '#shared/domain/act/row-set.ts'
import type { Filing, Kitir } from '#shared/domain/filing/filing.ts'
import { fileApplicationRule } from '#shared/domain/filing/filing-rules.ts'
import { stepped } from '#shared/domain/filing/step.ts'
import { aFiledApplication } from '#shared/domain/filing/testing/a-filing.ts'
import { rows } from '../database/sql.ts'
import { Counter } from '../testing/counter.ts'
import { change, scope } from '../testing/rows.ts'
import { eraseOver, usualDays } from './erase-over.ts'

let counter: Counter
afterEach(() => counter.close())

const ended = '2026-08-01T02:00:00.000Z'

/** As the centre has it: filed, and ended unless said otherwise. */
function rowsOf(id: string, status: Filing['status'] = 'SELESAI') {
  const fact = aFiledApplication({ applicationId: id, kitir: { ...aFiledApplication().kitir, kitirId: `kt-${id}` } })
  const seen = { scope, deviceId: 'd-1', acceptedAt: ended, permitted: true, flags: [], caseId: 'c' }
  const made = new Map(
    fileApplicationRule.apply(new RowSet(), fact, seen).changed.map(({ entity, row }) => [entity, row]),
  )
  const step = { stepId: 's', status, at: ended, note: null, by: 'kng' } as const
  return [change('filing', stepped(made.get('filing') as Filing, step)), change('kitir', made.get('kitir') as Kitir)]
}

async function office(...changes: ReturnType<typeof rowsOf>) {
  counter = await Counter.with({ changes })
  await counter.signIn()
  await counter.synced()
}
const erase = (now: string) => eraseOver(counter.store, now, usualDays, async () => {}, counter.baseRows)
const personIn = async () =>
  /Dewi|dewi|3578015204900001/.test(
    JSON.stringify([
      await rows(counter.store.read, "SELECT row FROM replica WHERE entity IN ('filing', 'kitir')"),
      await rows(counter.store.read, 'SELECT key FROM thing_key'),
    ]),
  )
const listed = (search: string) =>
  counter.get('application.list', { filter: 'all', search, offset: 0, limit: 10 }).then(({ rows: found }) => found)

test('ninety days after an application ended nothing here says whom it was about; its number and its course stay', async () => {
  await office(...rowsOf('f-1'))
  expect(await listed('dewi')).toHaveLength(1)
  expect(await erase('2026-10-29T02:00:00.000Z')).toBeNull()
  expect(await erase('2026-10-31T02:00:00.000Z')).toMatchObject({ others: 1 })
  expect([await personIn(), await listed('dewi')]).toEqual([false, []])
  expect(await listed('L-3578071004-02-000123')).toMatchObject([{ applicationId: 'f-1', status: 'SELESAI' }])
  expect(await erase('2026-11-01T02:00:00.000Z')).toBeNull()
})

test('what has not ended stays whole, however long ago it was filed', async () => {
  await office(...rowsOf('f-1', 'SIAP_UNDUH'))
  expect(await erase('2027-10-31T02:00:00.000Z')).toBeNull()
  expect(await listed('dewi')).toHaveLength(1)
})
