import type { EntityName, RowIn } from '#shared/contract/sync/rows.ts'
import type { RowChange } from '#shared/domain/act/row-set.ts'
import type { RowRef } from '#shared/domain/act/row-types.ts'
import type { Db } from '../database/open-database.ts'
import { readRow, readRows, readRowsByKeys } from './read-row.ts'
import { type RowToWrite, writeRows } from './write-row.ts'

/** How acts read and write rows; whoever reads sees what was written before. See read-row.ts and write-row.ts for what each does. */
export interface RowAccess {
  one<E extends EntityName>(entity: E, id: string): Promise<RowIn<E> | null>
  named(refs: readonly RowRef[]): Promise<readonly RowChange[]>
  byKeys(entities: readonly EntityName[], keys: readonly string[]): Promise<readonly RowChange[]>
  write(rows: readonly RowToWrite[]): Promise<void>
}

/** Straight to the database, each time. `at`: the time of what is written. */
export const directRows = (trx: Db, at: string): RowAccess => ({
  one: (entity, id) => readRow(trx, entity, id),
  named: (refs) => readRows(trx, refs),
  byKeys: (entities, keys) => readRowsByKeys(trx, entities, keys),
  write: (rows) => writeRows(trx, rows, at),
})
