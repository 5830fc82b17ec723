import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { v7 } from 'uuid'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import type { HandoverFact } from '#shared/domain/handover/handover.ts'
import type { HandoverUndone } from '#shared/domain/handover/undo.ts'
import { openStore } from '../../electron/engine/database/open.ts'
import { baseRows } from '../../electron/engine/database/projections/base-rows.ts'
import { readSet, writeSet } from '../../electron/engine/database/sets.ts'
import type { Store } from '../../electron/engine/database/store.ts'
import { createSync } from '../../electron/engine/sync/create-sync.ts'
import { regionPackFrom } from '../../electron/engine/sync/region-pack.ts'
import type { WriteSet } from '../../electron/engine/usecases/stores.ts'
import type { BaseRows, SyncParts } from '../../electron/engine/wiring.ts'
import { root } from '../fixtures/root.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'
import { staffId } from './city.ts'

const key = Buffer.alloc(32, 7)
const seedRegion = regionPackFrom(JSON.parse(readFileSync(join(root, 'resources/regions/surabaya.json'), 'utf8')))

/** The sync of one desk on its encrypted database in a folder: real, without screens and use cases. `restart` builds it anew from disk. */
export class Desk {
  readonly scope: string
  readonly #folder = temporaryFolder('desk')
  readonly #serverUrl: string
  /** What the engine would have logged as an error. */
  readonly errors: string[] = []
  readonly topics = new Set<string>()
  clockAheadMs = 0
  store!: Store
  sync!: SyncParts
  baseRows!: BaseRows
  #inOneWrite!: <T>(run: (tx: WriteSet) => Promise<T>) => Promise<T>

  private constructor(serverUrl: string, scope: string) {
    this.#serverUrl = serverUrl
    this.scope = scope
  }

  static async open(serverUrl: string, scope: string): Promise<Desk> {
    const desk = new Desk(serverUrl, scope)
    await desk.#start()
    return desk
  }

  /** Enrols and waits until the first copy is there. */
  static async enrolled(serverUrl: string, scope: string, code: string): Promise<Desk> {
    const desk = await Desk.open(serverUrl, scope)
    const enrolled = await desk.sync.control.enrol(code, serverUrl)
    if (!enrolled.ok) throw new Error(`not enrolled: ${JSON.stringify(enrolled.refusal)} ${desk.errors.join()}`)
    const synced = await desk.round()
    if (!synced.ok) throw new Error(`no first copy: ${JSON.stringify(synced.refusal)} ${desk.errors.join()}`)
    return desk
  }

  async #start(): Promise<void> {
    if (!seedRegion) throw new Error('the region pack of the repository is none')
    const seed = seedRegion
    const now = () => new Date(Date.now() + this.clockAheadMs).toISOString()
    this.store = await openStore({
      file: join(this.#folder.path, 'loket.db'),
      key,
      sqliteBinding: undefined,
      now: now(),
    })
    const log = { info: () => {}, error: (event: string, cause: unknown) => void this.errors.push(`${event} ${cause}`) }
    const parts = (): SyncParts => this.sync
    const rows = baseRows({
      store: this.store,
      log,
      outboxIn: (db) => parts().outboxReadsIn(db),
      deviceIn: (db) => parts().deviceIn(db),
    })
    this.baseRows = rows
    this.#inOneWrite = (run) => this.store.inTransaction((trx) => run(writeSet(trx, parts(), seed, rows)))
    this.sync = createSync({
      clock: { now, elapsedMs: () => performance.now() },
      ids: { uuid: () => v7() },
      log,
      inOneWrite: this.#inOneWrite,
      reading: (run) => run(readSet(this.store.read, parts(), seed)),
      announce: (...topics) => topics.forEach((topic) => void this.topics.add(topic)),
      shell: {
        saveFile: async () => 'failed',
        listPrinters: async () => [],
        systemPrint: async () => 'failed',
        resolveProxy: async () => 'DIRECT',
      },
      store: this.store,
      baseRows: rows,
      serverUrl: this.#serverUrl,
      databaseKey: key,
      appVersion: '1.0.0-test',
      freeDisk: async () => null,
      seedRegion: seed,
    })
  }

  /** As after a crash: everything in memory is gone. */
  async restart(): Promise<void> {
    await this.sync.control.stop()
    await this.store.close()
    await this.#start()
  }

  async close(): Promise<void> {
    await this.sync.control.stop()
    await this.store.close()
    this.#folder.remove()
  }

  round = () => this.sync.control.now()

  overview = (): Promise<OutputOf<'sync.overview'>> => this.sync.control.overview()

  /** Hands a card over: fact, outbox, audit, blob in one transaction. Returns the fact. */
  async handOver(card: string, signature: Uint8Array = Buffer.from(`signature for ${card}`)): Promise<HandoverFact> {
    const at = new Date(Date.now() + this.clockAheadMs).toISOString()
    return this.#inOneWrite(async (tx) => {
      const device = await tx.device.current()
      const count = await tx.numbers.next('receipt')
      const staff = staffId(this.scope)
      const fact = aFact({
        handoverId: v7(),
        cardId: card,
        at,
        staffId: staff,
        deviceCode: device?.deviceCode ?? '',
        receiptNumber: `${String(count).padStart(4, '0')}/BST/${this.scope}-${device?.deviceCode}/2026`,
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
      await tx.cardsShown.refresh(card)
      return fact
    })
  }

  /** Takes a card back that was handed over by mistake: fact, outbox, audit in one transaction. */
  async undo({ handoverId, cardId }: Pick<HandoverFact, 'handoverId' | 'cardId'>): Promise<void> {
    const at = new Date(Date.now() + this.clockAheadMs).toISOString()
    await this.#inOneWrite(async (tx) => {
      const payload: HandoverUndone = {
        undoId: v7(),
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
      await tx.cardsShown.refresh(cardId)
    })
  }

  /** What the screens would show of a hand-over. */
  async handover(id: string) {
    const { handovers } = readSet(this.store.read, this.sync, seedRegion as NonNullable<typeof seedRegion>)
    const seen = await handovers.find(id)
    return seen && { standing: seen.row.standing, receipt: seen.row.receiptNumber, centre: seen.centre }
  }

  /** What the screens would show of a card. */
  async card(id: string) {
    const seen = await readSet(this.store.read, this.sync, seedRegion as NonNullable<typeof seedRegion>).cards.find(id)
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
