import { readFile, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { Start } from '#shared/contract/shell/start.ts'
import type { KnownUnit } from '#shared/domain/region/known-unit.ts'
import type { RegionPack } from '#shared/domain/region/region-pack.ts'
import type { ConnectOptions } from './database/connect.ts'
import type { WriteDb } from './database/handles.ts'
import { openStore } from './database/open.ts'
import { baseRows } from './database/projections/base-rows.ts'
import { readSet, writeSet } from './database/sets.ts'
import type { Store } from './database/store.ts'
import { createDocuments } from './documents/create-documents.ts'
import { createKeeping } from './keeping/create-keeping.ts'
import { daysOf, eraseOver } from './keeping/erase-over.ts'
import { erasePast } from './keeping/erase-past.ts'
import { knownUnitsOf } from './known-units.ts'
import { createLan } from './lan/create-lan.ts'
import { withNeighbours } from './lan/neighbour-acts.ts'
import { DeviceRevoked, openLeaving } from './leaving/leaving.ts'
import { DeviceMoving, openMoving } from './moving/moving.ts'
import { createPrintLoop } from './printing/create-print-loop.ts'
import { noticeLostEnd } from './rescue/lost-end.ts'
import { passwords } from './security/passwords.ts'
import { secrets } from './security/secrets.ts'
import { verifyEd25519 } from './security/verify-ed25519.ts'
import { createSync } from './sync/create-sync.ts'
import { noticeMove } from './sync/number-mark.ts'
import { recall } from './sync/sync-state.ts'
import { createUpdates } from './updates/create-updates.ts'
import { AuditChecks } from './usecases/audit/audit-checks.ts'
import { troubleOf } from './usecases/database-trouble.ts'
import type { Deps } from './usecases/deps.ts'
import { inUseHere } from './usecases/device/in-use-here.ts'
import { fail } from './usecases/fail.ts'
import { diskWatch } from './usecases/gate/disk-watch.ts'
import { guardNewWork } from './usecases/gate/guard-new-work.ts'
import type { Announce, Clock, Ids, Log, Neighbours, RescueHost, Shell, SyncControl } from './usecases/ports.ts'
import { Presence } from './usecases/session/presence.ts'
import { OpenedElsewhere } from './usecases/status/opened-elsewhere.ts'
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
  /** New versions, where this program installs them itself; absent: others do. */
  readonly updates?: Start['updates']
  /** The centre revoked this device and has its last work: end the engine, then erase (leaving/erase-data.ts). */
  readonly end: () => void
  readonly shell: Shell
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  /** What can close and open the engine again; absent where nothing can. */
  readonly host?: RescueHost
}

export interface Composed {
  readonly deps: Deps
  readonly store: Store
  readonly rows: BaseRows
  readonly parts: SyncParts
}

export const databaseFile = 'loket.db'

/** A full disk keeps nobody from reading: what could not be written is written at the next start. */
const unlessFull = (log: Log) => (cause: unknown) => {
  if (troubleOf(cause) !== 'disk-full') throw cause
  log.error('start', cause)
}

/** Opens the database and builds what the use cases need. Throws DatabaseTrouble where it cannot be opened. */
export async function compose(config: EngineConfig, announce: Announce): Promise<Composed> {
  const seed = await seedRegionOf(config.resourcesDir)
  const units = await knownUnitsOf(config.resourcesDir)
  const { clock } = config
  const file = join(config.dataDir, databaseFile)
  const database = { file, key: config.key, sqliteBinding: config.sqliteBinding }
  const store = await openStore({ ...database, now: clock.now() })
  try {
    return await composeOver(store, { config, announce, seed, units, database })
  } catch (cause) {
    // What stays open could be neither repaired nor put aside.
    await store.close()
    throw cause
  }
}

interface Around {
  readonly config: EngineConfig
  readonly announce: Announce
  readonly seed: RegionPack
  readonly units: readonly KnownUnit[]
  readonly database: Pick<ConnectOptions, 'file' | 'key' | 'sqliteBinding'>
}

async function composeOver(store: Store, { config, announce, seed, units, database }: Around): Promise<Composed> {
  const { clock, ids, log, shell } = config
  const { file } = database
  await noticeMove(store, file).catch((cause: unknown) => log.error('file-not-known', cause))
  await noticeLostEnd(store, clock.now()).catch((cause: unknown) => log.error('end-not-known', cause))
  const rows = baseRows({
    store,
    log,
    seedRegion: seed,
    outboxIn: (db) => withNeighbours(sync.outboxReadsIn(db), db),
    deviceIn: (db) => sync.deviceIn(db),
  })
  // Another program brings another pack; another schema, columns to be filled.
  await store.inTransaction((trx) => rows.followClock(trx)).catch(unlessFull(log))
  const surroundings = {
    clock,
    ids,
    log,
    shell,
    announce,
    inOneWrite: <T>(run: Parameters<typeof writing<T>>[0]) => writing(run),
    reading: <T>(run: Parameters<typeof reading<T>>[0]) => reading(run),
  }
  const locked = (await recall(store.read, 'revocation')) !== null
  const onLock = () => void neighbours.stop()
  const leaving = openLeaving({ dataDir: config.dataDir, locked, onLock, end: config.end })
  const presence = new Presence(clock)
  const again = config.host ? () => void config.host?.run({ way: 'open' }) : null
  const moving = openMoving((await recall(store.read, 'move'))?.going != null, again)
  await erasePast(store, file).catch((cause: unknown) => log.error('past-not-erased', cause))
  const disk = diskWatch(() => freeBytes(config.dataDir))
  const freeDisk = disk.measure
  await freeDisk()
  const measured = async () => ({ now: await sync.timeNow(), freeDiskBytes: await disk.lately() })
  const sync: SyncParts = createSync({
    ...surroundings,
    store,
    baseRows: rows,
    serverUrl: config.serverUrl,
    databaseKey: config.key,
    appVersion: config.appVersion,
    freeDisk,
    seedRegion: seed,
    leaving,
    moving,
    inUse: (db) => inUseHere(readSet(db, sync, seed), clock.now(), presence.seen()),
  })
  const loopbackOnly = config.insecureKey
  const neighbours = createLan({ clock, log, announce, store, baseRows: rows, seedRegion: seed, loopbackOnly })
  function writing<T>(run: (tx: ReturnType<typeof writeSet>) => Promise<T>): Promise<T> {
    return store.inTransaction((trx) => {
      if (leaving.isLocked()) throw new DeviceRevoked('the device was revoked')
      if (moving.isLocked()) throw new DeviceMoving('the device is between two offices')
      return run(guardNewWork(writeSet(trx, sync, seed, rows), measured))
    })
  }
  function reading<T>(run: (db: ReturnType<typeof readSet>) => Promise<T>): Promise<T> {
    return run(readSet(store.read, sync, seed))
  }
  const erase = async () => {
    const days = daysOf(await reading((db) => db.settings.region()))
    const note = (trx: WriteDb, subject: string) =>
      sync.auditIn(trx).append({ kind: 'erased', subject, staffId: null, at: clock.now() })
    return eraseOver(store, clock.now(), days, note, rows)
  }
  const documents = createDocuments(config.resourcesDir)
  const deps: Deps = {
    ...surroundings,
    centre: sync.centre,
    openedElsewhere: new OpenedElsewhere(),
    sync: { ...sync.control, wake: () => wakeAll(sync.control, neighbours) },
    neighbours,
    courier: sync.courier,
    updates: createUpdates({ ...surroundings, config, store, sync, freeDisk }),
    printing: createPrintLoop({ ...surroundings, documents }),
    documents,
    keeping: createKeeping({ clock, log, announce, store, database, erase }),
    rescue: config.host ?? noHost,
    passwords,
    secrets,
    verifySignature: verifyEd25519,
    signer: () => sync.signer(),
    auditChecks: new AuditChecks(),
    freeDisk,
    timeNow: () => sync.timeNow(),
    sureNow: () => sync.sureNow(),
    presence,
    isRevoked: () => leaving.isLocked(),
    isMoving: () => moving.isLocked(),
    units,
    appVersion: config.appVersion,
    insecureKey: config.insecureKey,
  }
  return { deps, store, rows, parts: sync }
}

/** The city's pack that came with the program. */
export async function seedRegionOf(resourcesDir: string): Promise<RegionPack> {
  const read = async (name: string) => JSON.parse(await readFile(join(resourcesDir, 'regions', name), 'utf8'))
  return { ...(await read('surabaya.json')), catalogue: await read('surabaya-catalogue.json') }
}

const noHost: RescueHost = {
  state: () => ({ trouble: null, ways: [], backups: [], rows: null }),
  run: async () => fail('not-permitted'),
  renewKey: async () => fail('key-not-changed'),
}

/** The centre and the other desks learn of it, each in its own time. */
function wakeAll(sync: SyncControl, neighbours: Neighbours): void {
  sync.wake()
  neighbours.tell()
}

async function freeBytes(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  } catch {
    return null
  }
}
