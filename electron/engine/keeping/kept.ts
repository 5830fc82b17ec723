import { z } from 'zod'
import { dataState } from '#shared/contract/engine/keeping.ts'
import { firstRow, run } from '../database/sql.ts'
import type { Store } from '../database/store.ts'

const { check, erased } = dataState.output.shape

/** What the keeping remembers between two starts. */
const values = { check, erased, key: z.strictObject({ at: z.string() }).nullable() }
type Values = typeof values

export async function recallKept<N extends keyof Values>(store: Store, name: N): Promise<z.output<Values[N]>> {
  const row = await firstRow<{ value: string }>(store.read, 'SELECT value FROM setting WHERE name = ?', `kept ${name}`)
  const schema: z.ZodType = values[name]
  // What an older program noted otherwise counts as not noted.
  return (row ? (schema.safeParse(JSON.parse(row.value)).data ?? null) : null) as z.output<Values[N]>
}

export const rememberKept = <N extends keyof Values>(
  store: Store,
  name: N,
  value: z.output<Values[N]>,
): Promise<void> =>
  store.inTransaction((trx) =>
    run(
      trx,
      'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
      `kept ${name}`,
      JSON.stringify(value),
    ),
  )
