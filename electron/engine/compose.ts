import { readFile, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { RegionPack } from '#shared/domain/region/region-pack.ts'
import { openStore } from './database/open.ts'
import { baseRows } from './database/projections/base-rows.ts'
import { readSet, writeSet } from './database/sets.ts'
import type { Store } from './database/store.ts'
import { createDocuments } from './documents/create-documents.ts'
import { createPrintLoop } from './printing/create-print-loop.ts'
import { passwords } from './security/passwords.ts'
import { secrets } from './security/secrets.ts'
import { verifyEd25519 } from './security/verify-ed25519.ts'
import { createSync } from './sync/create-sync.ts'
import type { Deps } from './usecases/deps.ts'
import type { Announce, Clock, Ids, Log, Shell } from './usecases/ports.ts'
import type { BaseRows, SyncParts } from './wiring.ts'

export interface EngineConfig {
  /** Absolute folder of the database; exists. */
  readonly dataDir: string
  /** 32 random bytes. */
  readonly key: Uint8Array
  /** Origin of the central server. */
  readonly serverUrl: string
  /** Absolute folder of region packs and fonts. */
  readonly resourcesDir: string
  readonly appVersion: string
  readonly insecureKey: boolean
  readonly sqliteBinding: string | undefined
  /** One-time code to enrol with at once where the device is not enrolled. */
  readonly enrolCode: string | undefined
  readonly checkAnswers: boolean
  readonly shell: Shell
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
}

export interface Composed {
  readonly deps: Deps
  readonly store: Store
  readonly rows: BaseRows
  readonly parts: SyncParts
}

export const databaseFile = 'loket.db'

/** Opens the database and builds what the use cases need. Throws DatabaseTrouble where it cannot be opened. */
export async function compose(config: EngineConfig, announce: Announce): Promise<Composed> {
  const seed: RegionPack = JSON.parse(await readFile(join(config.resourcesDir, 'regions', 'surabaya.json'), 'utf8'))
  const { clock, ids, log, shell } = config
  const file = join(config.dataDir, databaseFile)
  const store = await openStore({ file, key: config.key, sqliteBinding: config.sqliteBinding, now: clock.now() })
  const rows = baseRows({
    store,
    log,
    outboxIn: (db) => sync.outboxReadsIn(db),
    deviceIn: (db) => sync.deviceIn(db),
  })
  const surroundings = {
    clock,
    ids,
    log,
    shell,
    announce,
    inOneWrite: <T>(run: Parameters<typeof writing<T>>[0]) => writing(run),
    reading: <T>(run: Parameters<typeof reading<T>>[0]) => reading(run),
  }
  const freeDisk = () => freeBytes(config.dataDir)
  const sync: SyncParts = createSync({
    ...surroundings,
    store,
    baseRows: rows,
    serverUrl: config.serverUrl,
    databaseKey: config.key,
    appVersion: config.appVersion,
    freeDisk,
    seedRegion: seed,
  })
  function writing<T>(run: (tx: ReturnType<typeof writeSet>) => Promise<T>): Promise<T> {
    return store.inTransaction((trx) => run(writeSet(trx, sync, seed, rows)))
  }
  function reading<T>(run: (db: ReturnType<typeof readSet>) => Promise<T>): Promise<T> {
    return run(readSet(store.read, sync, seed))
  }
  const deps: Deps = {
    ...surroundings,
    centre: sync.centre,
    sync: sync.control,
    printing: createPrintLoop(surroundings),
    documents: createDocuments(config.resourcesDir),
    passwords,
    secrets,
    verifySignature: verifyEd25519,
    freeDisk,
    appVersion: config.appVersion,
    insecureKey: config.insecureKey,
  }
  return { deps, store, rows, parts: sync }
}

async function freeBytes(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  } catch {
    return null
  }
}
