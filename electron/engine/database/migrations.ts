import type { Migration } from './migrate.ts'
import * as firstTables from './migrations/0001-first-tables.ts'
import * as syncTables from './migrations/0002-sync-tables.ts'
import * as countingIndexes from './migrations/0003-counting-indexes.ts'

/** In this order, for ever: a released migration is never changed or removed. */
export const migrations: readonly Migration[] = [
  { name: '0001-first-tables', up: firstTables.up },
  { name: '0002-sync-tables', up: syncTables.up },
  { name: '0003-counting-indexes', up: countingIndexes.up },
]
