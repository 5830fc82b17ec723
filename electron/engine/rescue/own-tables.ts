import { setImmediate as breathe } from 'node:timers/promises'
import { type Salvage, type SalvagedRow, shapeOf } from '../database/salvage/salvage.ts'
import type { Store } from '../database/store.ts'

/**
 * What exists on this computer alone, or has to be as it was: who the device is, what it did and has not sent, how far it has listened. What is shown of the centre's rows is made
 * anew of those. Not here: tokens and challenges of minutes.
 */
export const ownTables = [
  'device',
  'device_generation',
  'generation_asked',
  'sync_state',
  'setting',
  'counter',
  'command',
  'command_about',
  'audit_entry',
  'blob',
  'sync_exception',
  'neighbour_act',
  'neighbour',
  'staff_secret',
  'session',
  'pin_try',
  'request',
  'count_line',
  'scan',
  'print_job',
  'carried_file',
  'carried_part',
  'draft_document',
] as const
export type OwnTable = (typeof ownTables)[number]

/** Without these whole it is not known that nothing is missing: the device goes on under a new generation. */
export const tellingTables: readonly OwnTable[] = [
  'device',
  'device_generation',
  'generation_asked',
  'sync_state',
  'counter',
  'command',
  'audit_entry',
]

const rowsAtOnce = 200

/** Puts the rows of a table into the new database; one that is there already stays. `take`: which of them, and what of them; null: not this one. */
export async function copyTable(
  store: Store,
  source: Salvage,
  table: OwnTable,
  take: (row: SalvagedRow) => SalvagedRow | null = (row) => row,
): Promise<void> {
  for (const batch of inBatches(source.rows(table, shapeOf(store, table)), rowsAtOnce)) {
    await store.inTransaction(async () => {
      for (const row of batch) {
        const taken = take(row)
        if (taken) insert(store, table, taken)
      }
    })
    await breathe()
  }
}

/** Each batch is gone when the next one comes: a table may be larger than the memory. */
export function* inBatches<T>(all: Iterable<T>, most: number): Generator<readonly T[]> {
  let batch: T[] = []
  for (const one of all) {
    batch.push(one)
    if (batch.length < most) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

function insert(store: Store, table: OwnTable, row: SalvagedRow): void {
  const columns = Object.keys(row)
  const places = columns.map(() => '?').join(', ')
  const how =
    table === 'counter'
      ? 'ON CONFLICT (name) DO UPDATE SET value = max(value, excluded.value)'
      : 'ON CONFLICT DO NOTHING'
  store.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places}) ${how}`).run(...Object.values(row))
}
