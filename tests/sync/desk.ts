import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { v7 } from 'uuid'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import type { Act } from '#shared/domain/act/acts.ts'
import type { CardState } from '#shared/domain/card/card.ts'
import type { Claim } from '#shared/domain/claim/claim.ts'
import type { Handover, HandoverFact } from '#shared/domain/handover/handover.ts'
import type { HandoverUndone } from '#shared/domain/handover/undo.ts'
import { drawerBalance, isInDrawer } from '#shared/domain/ledger/drawer-balance.ts'
import type { DoneBy } from '#shared/domain/movement/movement.ts'
import type { ConnectOptions } from '../../electron/engine/database/connect.ts'
import { openStore } from '../../electron/engine/database/open.ts'
import { baseRows } from '../../electron/engine/database/projections/base-rows.ts'
import { readSet, writeSet } from '../../electron/engine/database/sets.ts'
import type { Store } from '../../electron/engine/database/store.ts'
import { openLeaving } from '../../electron/engine/leaving/leaving.ts'
import { openMoving } from '../../electron/engine/moving/moving.ts'
import { noticeLostEnd } from '../../electron/engine/rescue/lost-end.ts'
import { createSync } from '../../electron/engine/sync/create-sync.ts'
import { noticeMove } from '../../electron/engine/sync/number-mark.ts'
import { regionPackFrom } from '../../electron/engine/sync/region-pack.ts'
import { recall } from '../../electron/engine/sync/sync-state.ts'
import { recordAct } from '../../electron/engine/usecases/act/record-act.ts'
import { paperNumber } from '../../electron/engine/usecases/paper-number.ts'
import type { Clock, Ids, InUse } from '../../electron/engine/usecases/ports.ts'
import type { WriteSet } from '../../electron/engine/usecases/stores.ts'
import type { BaseRows, SyncConfig, SyncParts } from '../../electron/engine/wiring.ts'
import { root } from '../fixtures/root.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'
import { staffId } from './city.ts'
import { seenWorld } from './seen-world.ts'

type Backup = ReturnType<typeof temporaryFolder>

/** Of every desk's database. */
export const deskKey = Buffer.alloc(32, 7)

/** Name of the database in a desk's folder. */
export const deskFile = 'loket.db'
const seedRegion = regionPackFrom(JSON.parse(readFileSync(join(root, 'resources/regions/surabaya.json'), 'utf8')))

/** What a desk stands in; each part is the real one unless said otherwise. */
export interface DeskSurroundings extends Partial<Pick<SyncConfig, 'openExchange' | 'after' | 'ids'>> {
  /** Folder of the database, and what becomes of it when the desk is closed. */
  readonly folder: { readonly path: string; remove(): void }
  readonly clock?: Clock
  /** Between the sync and the rows that it writes. */
  readonly watched?: (rows: BaseRows) => BaseRows
}

/** The sync of one desk on its encrypted database in a folder: real, without screens and use cases. `restart` builds it anew from disk. */
export class Desk {
  readonly scope: string
  readonly #backups: Backup[] = []
  readonly #around: DeskSurroundings
  readonly #ids: Ids
  readonly #clock: Clock
  readonly #serverUrl: string
  /** What the engine would have logged as an error. */
  readonly errors: string[] = []
  readonly topics = new Set<string>()
  readonly #listeners: (() => void)[] = []
  clockAheadMs = 0
  /** Who or what is at work here. */
  inUse: () => Promise<readonly InUse[]> = async () => []
  /** The sync said that key and data may go. */
  mayErase = false
  store!: Store
  sync!: SyncParts
  baseRows!: BaseRows
  #inOneWrite!: <T>(run: (tx: WriteSet) => Promise<T>) => Promise<T>

  private constructor(serverUrl: string, scope: string, around: DeskSurroundings) {
    this.#serverUrl = serverUrl
    this.scope = scope
    this.#around = around
    this.#ids = around.ids ?? { uuid: () => v7() }
    this.#clock = around.clock ?? {
      now: () => new Date(Date.now() + this.clockAheadMs).toISOString(),
      elapsedMs: () => performance.now(),
    }
  }

  static async open(
    serverUrl: string,
    scope: string,
    around: DeskSurroundings = { folder: temporaryFolder('desk') },
  ): Promise<Desk> {
    const desk = new Desk(serverUrl, scope, around)
    await desk.#start()
    return desk
  }

  /** Enrols and waits until the first copy is there. */
  static async enrolled(serverUrl: string, scope: string, code: string): Promise<Desk> {
    const desk = await Desk.open(serverUrl, scope)
    const enrolled = await desk.sync.control.enrol({ code: code, serverUrl: serverUrl })
    if (!enrolled.ok) throw new Error(`not enrolled: ${JSON.stringify(enrolled.refusal)} ${desk.errors.join()}`)
    const synced = await desk.round()
    if (!synced.ok) throw new Error(`no first copy: ${JSON.stringify(synced.refusal)} ${desk.errors.join()}`)
    return desk
  }

  async #start(): Promise<void> {
    if (!seedRegion) throw new Error('the region pack of the repository is none')
    const seed = seedRegion
    const { openExchange, after, watched = (rows) => rows } = this.#around
    this.store = await openStore({
      file: join(this.#around.folder.path, deskFile),
      key: deskKey,
      sqliteBinding: undefined,
      now: this.#clock.now(),
    })
    await noticeMove(this.store, join(this.#around.folder.path, deskFile))
    await noticeLostEnd(this.store, this.#clock.now())
    const log = { info: () => {}, error: (event: string, cause: unknown) => void this.errors.push(`${event} ${cause}`) }
    const parts = (): SyncParts => this.sync
    const rows = watched(
      baseRows({
        store: this.store,
        log,
        seedRegion: seed,
        outboxIn: (db) => parts().outboxReadsIn(db),
        deviceIn: (db) => parts().deviceIn(db),
      }),
    )
    this.baseRows = rows
    this.#inOneWrite = (run) => this.store.inTransaction((trx) => run(writeSet(trx, parts(), seed, rows)))
    this.sync = createSync({
      ...(openExchange && { openExchange }),
      ...(after && { after }),
      clock: this.#clock,
      ids: this.#ids,
      log,
      inOneWrite: this.#inOneWrite,
      reading: (run) => run(readSet(this.store.read, parts(), seed)),
      announce: (...topics) => this.#announced(topics),
      shell: {
        saveFile: async () => 'failed',
        listPrinters: async () => [],
        systemPrint: async () => 'failed',
        resolveProxy: async () => 'DIRECT',
      },
      store: this.store,
      baseRows: rows,
      serverUrl: this.#serverUrl,
      databaseKey: deskKey,
      appVersion: '1.0.0-test',
      freeDisk: async () => null,
      seedRegion: seed,
      moving: openMoving((await recall(this.store.read, 'move'))?.going != null, null),
      inUse: () => this.inUse(),
      leaving: openLeaving({
        dataDir: this.#around.folder.path,
        locked: (await recall(this.store.read, 'revocation')) !== null,
        onLock: () => {},
        end: () => {
          this.mayErase = true
        },
      }),
    })
  }

  #announced(topics: readonly string[]): void {
    for (const topic of topics) this.topics.add(topic)
    for (const heard of this.#listeners.splice(0)) heard()
  }

  /** Resolves when this desk tells its screens of a change the next time. */
  nextAnnouncement(): Promise<void> {
    return new Promise((resolve) => this.#listeners.push(resolve))
  }

  /** As after a crash: everything in memory is gone. */
  async restart(): Promise<void> {
    await this.sync.control.stop()
    await this.store.close()
    await this.#start()
  }

  /** The program ends; its folder stays. */
  async leave(): Promise<void> {
    await this.sync.control.stop()
    await this.store.close()
  }

  async close(): Promise<void> {
    await this.leave()
    for (const folder of [this.#around.folder, ...this.#backups]) folder.remove()
  }

  /** What becomes of its folder in the end. */
  remove = () => this.#around.folder.remove()

  get folder(): string {
    return this.#around.folder.path
  }

  /** The files as they lie on the disk now; returns how to name them at `restore` and `cloneOf`. */
  backUp(): Backup {
    const folder = temporaryFolder('backup')
    cpSync(this.#around.folder.path, folder.path, { recursive: true })
    this.#backups.push(folder)
    return folder
  }

  /** The disk is put back; the program starts anew. */
  async restore(backup: Backup): Promise<void> {
    await this.sync.control.stop()
    await this.store.close()
    for (const file of readdirSync(this.#around.folder.path))
      rmSync(join(this.#around.folder.path, file), { recursive: true })
    cpSync(backup.path, this.#around.folder.path, { recursive: true })
    await this.#start()
  }

  /** Another computer with a copy of this one's disk. */
  static async cloneOf(desk: Desk, backup: Backup): Promise<Desk> {
    const clone = new Desk(desk.#serverUrl, desk.scope, { folder: temporaryFolder('desk') })
    cpSync(backup.path, clone.#around.folder.path, { recursive: true })
    await clone.#start()
    return clone
  }

  get database(): ConnectOptions {
    return { file: join(this.#around.folder.path, deskFile), key: deskKey, sqliteBinding: undefined }
  }

  round = () => this.sync.control.now()

  overview = (): Promise<OutputOf<'sync.overview'>> => this.sync.control.overview()

  /** Hands a card over: fact, outbox, audit, blob in one transaction. Returns the fact. */
  async handOver(
    card: string,
    signature: Uint8Array = Buffer.from(`signature for ${card}`),
    staff = staffId(this.scope),
  ): Promise<HandoverFact> {
    const at = this.#clock.now()
    return this.#inOneWrite(async (tx) => {
      const device = await tx.device.current()
      const fact = aFact({
        handoverId: this.#ids.uuid(),
        cardId: card,
        at,
        staffId: staff,
        deviceCode: device?.deviceCode ?? '',
        receiptNumber: await paperNumber(tx, 'BST', at, (counter) => tx.numbers.next(counter)),
        signature: await tx.blobs.put(signature, 'image/png'),
      })
      const command = {
        type: 'handover.record',
        scope: this.scope,
        subject: card,
        staffId: staff,
        at,
        payload: fact,
      } as const
      const { hash } = await tx.outbox.append(command)
      await tx.audit.append({ kind: 'hand-over', subject: card, staffId: staff, at, commandHash: hash })
      await tx.shown.refresh([{ entity: 'card', id: card }])
      return fact
    })
  }

  /** Takes a card back that was handed over by mistake: fact, outbox, audit in one transaction. */
  async undo({ handoverId, cardId }: Pick<HandoverFact, 'handoverId' | 'cardId'>): Promise<void> {
    const at = this.#clock.now()
    await this.#inOneWrite(async (tx) => {
      const payload: HandoverUndone = {
        undoId: this.#ids.uuid(),
        handoverId,
        cardId,
        at,
        staffId: staffId(this.scope),
        staffName: 'Petugas Contoh',
        staffCode: 'XXX-P01',
        deviceCode: (await tx.device.current())?.deviceCode ?? '',
        reason: 'Salah orang',
        override: null,
        place: null,
        offline: true,
      }
      const subject = { subject: cardId, staffId: payload.staffId, at }
      const { hash } = await tx.outbox.append({ ...subject, type: 'handover.undo', scope: this.scope, payload })
      await tx.audit.append({ ...subject, kind: 'undo', commandHash: hash })
      await tx.shown.refresh([{ entity: 'card', id: cardId }])
    })
  }

  /**
   * Any act of the office's clerk, unless told of whom, as every use case records it; `ink`: SHA-256 of a signature that is kept with it, drawn as `drawn`.
   * Answers the command's id.
   */
  async act(
    make: (by: DoneBy, ink: string, tx: WriteSet) => Act | Promise<Act>,
    subject: string,
    staff = staffId(this.scope),
    drawn = `ink for ${subject}`,
  ): Promise<string> {
    const at = this.#clock.now()
    return this.#inOneWrite(async (tx) => {
      const deviceCode = (await tx.device.current())?.deviceCode ?? ''
      const by = { at, staffId: staff, staffName: 'Petugas Contoh', staffCode: 'XXX-P01', deviceCode }
      const ink = await tx.blobs.put(Buffer.from(drawn), 'image/png')
      const act = await make(by, ink, tx)
      const said = { staffId: staff, scope: this.scope, subject, audit: { kind: 'hand-over' } } as const
      return (await recordAct(tx, act, said)).commandId
    })
  }

  /** The claim of an application as the screens would show it. */
  async claim(id: string): Promise<Claim | null> {
    return (await this.#read.things.find('claim', id))?.row ?? null
  }

  /** Cards in the drawer and the sum of the ledger, both as the screens would show them. */
  async drawer(): Promise<{ readonly inDrawer: number; readonly change: number }> {
    const { things } = this.#read
    const cards = await this.store.read.selectFrom('card').select('state').execute()
    const lines = (await things.list('movement')).map(({ row }) => row)
    const inDrawer = cards.filter(({ state }) => isInDrawer(state as CardState)).length
    return { inDrawer, change: drawerBalance(lines, await this.#handovers()).change }
  }

  /** The city's pack in force here. */
  region = () => this.#read.settings.region()

  get #read() {
    return readSet(this.store.read, this.sync, seedRegion as NonNullable<typeof seedRegion>)
  }

  async #handovers(): Promise<readonly Handover[]> {
    const ids = await this.store.read.selectFrom('handover').select('id').execute()
    const found = await Promise.all(ids.map(({ id }) => this.#read.handovers.find(id)))
    return found.flatMap((seen) => (seen ? [seen.row] : []))
  }

  /** What the clerk at this desk sees, to choose from. */
  world = () => seenWorld(this.store.read)

  /** What the screens would show of a hand-over. */
  async handover(id: string) {
    const seen = await this.#read.handovers.find(id)
    return seen && { standing: seen.row.standing, receipt: seen.row.receiptNumber, centre: seen.centre }
  }

  /** What the screens would show of a card. */
  async card(id: string) {
    const seen = await this.#read.cards.find(id)
    return seen && { state: seen.row.state, receipt: seen.row.handedOver?.receiptNumber ?? null, centre: seen.centre }
  }

  /** Base rows by entity and id, as the centre sent them. */
  async rows(): Promise<Record<string, unknown>> {
    const found = await this.store.read.selectFrom('replica').selectAll().where('row', 'is not', null).execute()
    return Object.fromEntries(
      found.map(({ entity, id, version, row }) => [`${entity}/${id}`, { version, row: JSON.parse(row ?? 'null') }]),
    )
  }

  /** What is searched in and shown: state of every card, standing of every hand-over, by entity and id. */
  async shown(): Promise<Record<string, string>> {
    const cards = await this.store.read.selectFrom('card').select(['id', 'state']).execute()
    const handovers = await this.store.read.selectFrom('handover').select(['id', 'standing']).execute()
    return Object.fromEntries([
      ...cards.map(({ id, state }) => [`card/${id}`, state] as const),
      ...handovers.map(({ id, standing }) => [`handover/${id}`, standing] as const),
    ])
  }

  /** Ids of all commands here, and how many have no verdict. */
  async commands(): Promise<{ ids: string[]; waiting: number }> {
    const found = await this.store.read.selectFrom('command').select(['id', 'verdict']).orderBy('position').execute()
    return { ids: found.map(({ id }) => id), waiting: found.filter(({ verdict }) => verdict === null).length }
  }
}

type Needed = 'handoverId' | 'cardId' | 'at' | 'staffId' | 'deviceCode' | 'receiptNumber' | 'signature'

const aFact = (given: Pick<HandoverFact, Needed>): HandoverFact => ({
  ...given,
  staffName: 'Petugas Contoh',
  staffCode: 'XXX-P01',
  pin: 'no-verifier',
  override: null,
  collector: { kind: 'self', name: 'Warga Contoh', nik: null, relation: 'Pemilik', proxyLetter: null },
  papers: [],
  identity: { seen: true },
  oldCard: { kind: 'none' },
  photo: null,
  offline: true,
})
