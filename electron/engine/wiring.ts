import type { Change } from '#shared/contract/sync/protocol.ts'
import type { RegionPack } from '#shared/domain/region/region-pack.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { ReadDb, WriteDb } from './database/handles.ts'
import type { Store } from './database/store.ts'
import type { Leaving } from './leaving/leaving.ts'
import type { Moving } from './moving/moving.ts'
import type { OpenExchange } from './sync/exchange.ts'
import type { After } from './sync/sync-loop.ts'
import type {
  Centre,
  Courier,
  Documents,
  InUse,
  Neighbours,
  Signer,
  Surroundings,
  SyncControl,
  UpdateSource,
} from './usecases/ports.ts'
import type { AuditTrail, BlobReads, Blobs, DeviceReads, Outbox, OutboxReads } from './usecases/stores.ts'

/**
 * How the parts of the engine are put together by index.ts: `sync/create-sync.ts` exports `createSync: CreateSync`,
 * `printing/create-print-loop.ts` exports `createPrintLoop: CreatePrintLoop`, `documents/create-documents.ts` exports `createDocuments: CreateDocuments`.
 */
export interface BaseRows {
  /**
   * Writes changes of the centre as base rows and refreshes what the screens show of them, in the caller's transaction. A version not higher
   * than the stored one changes nothing; unknown entities and fields are kept. Fast for thousands: prepared statements, no work per row that
   * can be done per batch. `epoch` marks rows seen by a snapshot (0 for pulled changes keeps the old mark). `anew`: the centre is in
   * another history since, and wins over every row that this epoch did not bring, with a lower version too. `goOn` is asked after every few changes, with how many
   * are written; with `false` the others are left. Returns the topics that changed.
   */
  apply(
    trx: WriteDb,
    changes: readonly Change[],
    epoch: number,
    anew?: boolean,
    goOn?: (written: number) => Promise<boolean>,
  ): Promise<ReadonlySet<string>>
  /** Works the clocks' columns out anew where what they hang on is other than when they were written. True when it was. */
  followClock(trx: WriteDb): Promise<boolean>
  /** Deletes the rows of a scope that the snapshot with this epoch did not see; returns how many. */
  sweep(trx: WriteDb, scope: string, epoch: number): Promise<number>
  /**
   * Puts less in the place of base rows, under their version, and shows them: of each thing all its rows, or none where a command about one of them waits. The next version that the centre
   * sends is whole again. Returns of how many things.
   */
  reduce(trx: WriteDb, things: readonly (readonly Change[])[]): Promise<number>
  /** A command about these rows (`entity/id`) was appended or got its verdict: shows them again. Returns the topics that changed. */
  refresh(trx: WriteDb, keys: readonly string[]): Promise<ReadonlySet<string>>
}

export interface SyncConfig extends Surroundings {
  readonly store: Store
  readonly baseRows: BaseRows
  readonly serverUrl: string
  /** 32 bytes; sealed to the centre at enrolment. */
  readonly databaseKey: Uint8Array
  readonly appVersion: string
  readonly freeDisk: () => Promise<number | null>
  /** The city's pack that came with the program, until the centre's wins. */
  readonly seedRegion: RegionPack
  /** What becomes of the device when it is revoked. */
  readonly leaving: Leaving
  /** And when it goes to another office. */
  readonly moving: Moving
  /** Who or what is at work here: the device does not go meanwhile. */
  readonly inUse: (db: ReadDb) => Promise<readonly InUse[]>
  /** The way to the centre; HTTP unless said otherwise. */
  readonly openExchange?: OpenExchange
  /** Timers of the rounds; those of the machine unless said otherwise. */
  readonly after?: After
}

export interface SyncParts {
  readonly control: SyncControl
  readonly centre: Centre
  /** The centre's time as far as it is known here; never goes back with the PC's clock. */
  timeNow(): Promise<Instant>
  /** Time that has passed for certain, whatever the PC's clock says. */
  sureNow(): Promise<Instant>
  readonly courier: Courier
  readonly updateSource: UpdateSource
  signer(): Promise<Signer>
  outboxIn(trx: WriteDb): Outbox
  outboxReadsIn(db: ReadDb): OutboxReads
  auditIn(trx: WriteDb): AuditTrail
  blobsIn(trx: WriteDb): Blobs
  blobReadsIn(db: ReadDb): BlobReads
  deviceIn(db: ReadDb): DeviceReads
}

export type CreateSync = (config: SyncConfig) => SyncParts
export interface LanPlace extends Pick<Surroundings, 'clock' | 'log' | 'announce'> {
  readonly store: Store
  readonly baseRows: BaseRows
  readonly seedRegion: RegionPack
  /** Demonstration and tests: nothing leaves this machine. */
  readonly loopbackOnly: boolean
}
export type CreateLan = (place: LanPlace) => Neighbours
/** `resourcesDir`: absolute folder with fonts. */
export type CreateDocuments = (resourcesDir: string) => Documents
