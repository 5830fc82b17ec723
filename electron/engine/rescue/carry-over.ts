import type { Salvage, SalvagedRow } from '../database/salvage/salvage.ts'
import type { Store } from '../database/store.ts'
import { copyTable, type OwnTable, ownTables } from './own-tables.ts'
import type { RebuildFrom } from './rebuild-from.ts'

/** What is this computer's own, from the database in use; where that is not whole, also from the backup. */
export async function carryOver(store: Store, { current, backup }: RebuildFrom): Promise<void> {
  for (const table of ownTables) {
    if (current) await copyTable(store, current, table, (row) => asItWas(table, row))
    // A generation that was asked for in the life of the backup has been given since.
    if (backup && table !== 'generation_asked' && !current?.isWhole(table)) await fillUp(store, backup, table)
  }
}

/** Blobs are counted anew: of two databases each has its own numbers for them. */
const asItWas = (table: OwnTable, row: SalvagedRow): SalvagedRow => {
  if (table !== 'blob') return row
  const { key: _, ...rest } = row
  return rest
}

async function fillUp(store: Store, backup: Salvage, table: OwnTable): Promise<void> {
  const known = new Set(table === 'command' ? idsIn(store) : [])
  await copyTable(store, backup, table, (row) => {
    // The same act under another number: it was signed anew since.
    if (table === 'command' && known.has(String(row.id))) return null
    // It may have come out since: a person looks at it.
    if (table === 'print_job' && (row.state === 'waiting' || row.state === 'printing'))
      return { ...row, state: 'unknown' }
    return asItWas(table, row)
  })
}

const idsIn = (store: Store): string[] =>
  (store.prepare('SELECT id FROM command').all() as { id: string }[]).map(({ id }) => id)
