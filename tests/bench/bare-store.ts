import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { Change } from '#shared/contract/sync/protocol.ts'
import type { RegionPack } from '#shared/domain/region/region-pack.ts'
import { openStore } from '../../electron/engine/database/open.ts'
import { baseRows } from '../../electron/engine/database/projections/base-rows.ts'
import type { Store } from '../../electron/engine/database/store.ts'
import { deviceReads } from '../../electron/engine/sync/device-reads.ts'
import { outboxReads } from '../../electron/engine/sync/outbox.ts'
import type { BaseRows } from '../../electron/engine/wiring.ts'
import region from '../../resources/regions/surabaya.json' with { type: 'json' }

const rowsPerTransaction = 2000

/** The engine's encrypted database in a folder, a new one unless its key is given, without an engine around it. */
export async function openBareStore(folder: string, key = randomBytes(32)): Promise<{ store: Store; rows: BaseRows }> {
  const now = new Date().toISOString()
  const store = await openStore({ file: join(folder, 'loket.db'), key, sqliteBinding: undefined, now })
  const log = {
    info: () => {},
    error: (event: string, cause: unknown) => {
      throw new Error(event, { cause })
    },
  }
  return {
    store,
    rows: baseRows({ store, log, seedRegion: region as RegionPack, outboxIn: outboxReads, deviceIn: deviceReads }),
  }
}

/** Writes changes as a first copy does, only from memory: in transactions of 2000 rows. Returns how many. */
export async function writeRows(store: Store, rows: BaseRows, changes: Iterable<Change>): Promise<number> {
  let written = 0
  let batch: Change[] = []
  const flush = async () => {
    const changes = batch
    batch = []
    await store.inTransaction((trx) => rows.apply(trx, changes, 1))
    written += changes.length
  }
  for (const change of changes) {
    batch.push(change)
    if (batch.length === rowsPerTransaction) await flush()
  }
  if (batch.length > 0) await flush()
  return written
}
