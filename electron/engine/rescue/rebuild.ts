import { existsSync, renameSync, rmSync, statSync } from 'node:fs'
import type { Change } from '#shared/contract/sync/protocol.ts'
import type { RegionPack } from '#shared/domain/region/region-pack.ts'
import { ontoDisk } from '../database/backup/copy-database.ts'
import type { ConnectOptions } from '../database/connect.ts'
import { inWorker } from '../database/in-worker.ts'
import { openStore } from '../database/open.ts'
import { baseRows } from '../database/projections/base-rows.ts'
import { readyName } from '../database/put-in-place.ts'
import { shapeOf } from '../database/salvage/salvage.ts'
import type { Store } from '../database/store.ts'
import { withNeighbours } from '../lan/neighbour-acts.ts'
import { deviceReads } from '../sync/device-reads.ts'
import { outboxReads } from '../sync/outbox.ts'
import type { Log } from '../usecases/ports.ts'
import { carryOver } from './carry-over.ts'
import { copyAnewFrom } from './copy-anew.ts'
import { inBatches } from './own-tables.ts'
import type { RebuildFrom } from './rebuild-from.ts'
import { type Reckoned, reckon } from './reckon.ts'

export interface RebuildPlace extends ConnectOptions {
  readonly now: string
  readonly seedRegion: RegionPack
  readonly log: Log
  /** How far it is: rows of the centre that are in place. */
  onRows(rows: number): void
}

/**
 * Makes a whole database of what can be read, beside the one that is in use, and makes it ready to take its place (put-in-place.ts). Nothing that exists is changed. Throws
 * DatabaseTrouble, disk-full among others; then nothing is ready.
 */
export async function rebuild(place: RebuildPlace, from: RebuildFrom): Promise<Reckoned> {
  const draft = `${place.file}.new`
  removeDraft(draft)
  try {
    const store = await openStore({ ...place, file: draft })
    let reckoned: Reckoned
    try {
      await carryOver(store, from)
      reckoned = await reckon(store, from, place.now)
      await copyAnewFrom(store, from)
      await putRows(store, place, from)
    } finally {
      await store.close()
    }
    await makeReady(place, draft)
    return reckoned
  } catch (cause) {
    removeDraft(draft)
    throw cause
  }
}

async function makeReady(place: RebuildPlace, draft: string): Promise<void> {
  const found = await inWorker({
    do: 'check',
    from: { file: draft, key: place.key, sqliteBinding: place.sqliteBinding },
  })
  if (found !== null) throw new Error(`the new database is not whole: ${found}`)
  if (existsSync(`${draft}-wal`) && statSync(`${draft}-wal`).size > 0) throw new Error('the new database has a log')
  ontoDisk(draft)
  renameSync(draft, readyName(place.file))
  removeDraft(draft)
}

function removeDraft(draft: string): void {
  for (const end of ['', '-wal', '-shm', '-journal', '.check']) rmSync(`${draft}${end}`, { force: true })
}

const rowsAtOnce = 500

/** The centre's rows and what is shown of them, with what waits for the centre on top. Of two versions of a row the higher one stays. */
async function putRows(store: Store, { seedRegion, log, onRows }: RebuildPlace, from: RebuildFrom): Promise<void> {
  const rows = baseRows({
    store,
    log,
    seedRegion,
    outboxIn: (db) => withNeighbours(outboxReads(db), db),
    deviceIn: deviceReads,
  })
  const sources = { all: [from.current, from.backup], backup: [from.backup], none: [] }[from.rows]
  let done = 0
  for (const source of sources)
    for (const batch of inBatches(source?.rows('replica', shapeOf(store, 'replica')) ?? [], rowsAtOnce)) {
      await store.inTransaction((trx) => rows.apply(trx, batch.map(changeOf), 0))
      done += batch.length
      onRows(done)
    }
}

const changeOf = (row: Readonly<Record<string, unknown>>): Change => ({
  scope: String(row.scope),
  seq: 0,
  entity: String(row.entity),
  id: String(row.id),
  version: Number(row.version),
  row: typeof row.row === 'string' ? JSON.parse(row.row) : null,
})
