import type { Migration } from './migrate.ts'
import * as firstTables from './migrations/0001-first-tables.ts'
import * as syncTables from './migrations/0002-sync-tables.ts'
import * as countingIndexes from './migrations/0003-counting-indexes.ts'
import * as things from './migrations/0004-things.ts'
import * as countLines from './migrations/0005-count-lines.ts'
import * as clock from './migrations/0006-clock.ts'
import * as shelfOrder from './migrations/0007-shelf-order.ts'
import * as neighbours from './migrations/0008-neighbours.ts'
import * as generations from './migrations/0009-generations.ts'
import * as carriedFiles from './migrations/0010-carried-files.ts'
import * as people from './migrations/0011-people.ts'
import * as auditByTime from './migrations/0013-audit-by-time.ts'
import * as extension from './migrations/0014-extension.ts'
import * as draftDocuments from './migrations/0015-draft-documents.ts'
import * as filings from './migrations/0016-filings.ts'
import * as slipPrints from './migrations/0017-slip-prints.ts'

/** In this order, for ever: a released migration is never changed or removed. */
export const migrations: readonly Migration[] = [
  { name: '0001-first-tables', up: firstTables.up },
  { name: '0002-sync-tables', up: syncTables.up },
  { name: '0003-counting-indexes', up: countingIndexes.up },
  { name: '0004-things', up: things.up },
  { name: '0005-count-lines', up: countLines.up },
  { name: '0006-clock', up: clock.up },
  { name: '0007-shelf-order', up: shelfOrder.up },
  { name: '0008-neighbours', up: neighbours.up },
  { name: '0009-generations', up: generations.up },
  { name: '0010-carried-files', up: carriedFiles.up },
  { name: '0011-people', up: people.up },
  { name: '0013-audit-by-time', up: auditByTime.up },
  { name: '0014-extension', up: extension.up },
  { name: '0015-draft-documents', up: draftDocuments.up },
  { name: '0016-filings', up: filings.up },
  { name: '0017-slip-prints', up: slipPrints.up },
]
