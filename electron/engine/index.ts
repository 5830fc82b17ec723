import { readFile, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { CallMessage } from '#shared/contract/engine/wire.ts'
import type { Fault } from '#shared/contract/errors.ts'
import type { RegionPack } from '#shared/domain/region/region-pack.ts'
import type { Result } from '#shared/domain/result.ts'
import { openStore } from './database/open.ts'
import { baseRows } from './database/projections/base-rows.ts'
import { readSet, writeSet } from './database/sets.ts'
import { createDocuments } from './documents/create-documents.ts'
import type { EnginePort } from './port/engine-port.ts'
import { Gateway } from './port/gateway.ts'
import { TopicBoard } from './port/topic-board.ts'
import { createPrintLoop } from './printing/create-print-loop.ts'
import { passwords } from './security/passwords.ts'
import { secrets } from './security/secrets.ts'
import { verifyEd25519 } from './security/verify-ed25519.ts'
import { createSync } from './sync/create-sync.ts'
import type { Deps } from './usecases/deps.ts'
import type { Clock, Ids, Log, Shell } from './usecases/ports.ts'
import type { SyncParts } from './wiring.ts'

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

export interface Engine {
  /** Says hello and answers every call of this port until it closes. */
  serve(port: EnginePort): void
  answer(message: CallMessage): Promise<Result<unknown, Fault>>
  networkChanged(online: boolean): void
  /** Ends sync and printing, finishes the running transaction, closes the database. */
  close(): Promise<void>
}

export const databaseFile = 'loket.db'

/** Builds the engine from its parts. Throws DatabaseTrouble where the database cannot be opened. */
export async function openEngine(config: EngineConfig): Promise<Engine> {
  const seed: RegionPack = JSON.parse(await readFile(join(config.resourcesDir, 'regions', 'surabaya.json'), 'utf8'))
  const board = new TopicBoard()
  const { deps, store } = await wire(config, seed, board)
  const gateway = new Gateway(deps, { checkAnswers: config.checkAnswers })
  await deps.printing.start()
  deps.sync.start()
  if (config.enrolCode) enrolOnce(deps, config.enrolCode)
  const engineStart = Date.now()
  return {
    serve: (port) => {
      board.add(port)
      gateway.serve(port)
      port.post({ type: 'hello', engineStart, fatal: null })
    },
    answer: (message) => gateway.answer(message),
    networkChanged: (online) => deps.sync.networkChanged(online),
    close: async () => {
      await deps.sync.stop()
      await deps.printing.stop()
      await store.close()
    },
  }
}

async function wire(config: EngineConfig, seed: RegionPack, board: TopicBoard) {
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
    announce: (...topics: readonly string[]) => board.announce(...topics),
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
  return { deps, store }
}

/** For the demonstration and for tests: a code given at start is used once and forgotten. */
function enrolOnce(deps: Deps, code: string): void {
  const enrol = async () => {
    if (await deps.reading((db) => db.device.current())) return
    const enrolled = await deps.sync.enrol(code, undefined)
    if (enrolled.ok) deps.announce('status', 'staff', 'first-copy')
    else deps.log.error('enrolment', new Error(enrolled.refusal.code))
  }
  enrol().catch((cause: unknown) => deps.log.error('enrolment', cause))
}

async function freeBytes(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  } catch {
    return null
  }
}
