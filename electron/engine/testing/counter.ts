import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { CallName, InputOf, OutputOf } from '#shared/contract/engine/calls.ts'
import type { CallMessage } from '#shared/contract/engine/wire.ts'
import type { Fault } from '#shared/contract/errors.ts'
import type { Change, DeviceIdentity } from '#shared/contract/sync/protocol.ts'
import type { Card } from '#shared/domain/card/card.ts'
import type { Result } from '#shared/domain/result.ts'
import type { Staff } from '#shared/domain/staff/staff.ts'
import { type Composed, compose } from '../compose.ts'
import type { EnginePort } from '../port/engine-port.ts'
import { Gateway } from '../port/gateway.ts'
import { passwords } from '../security/passwords.ts'
import { identityFrom, saveDevice } from '../sync/device-record.ts'
import { makeKeyPair, makeLanKeyPair } from '../sync/raw-keys.ts'
import { remember } from '../sync/sync-state.ts'
import { systemIds } from '../system.ts'
import type { InOneWrite } from '../usecases/ports.ts'
import { png } from './a-png.ts'
import { FakeCentre, FakeClock, KeptFiles, KeptLog, quietSync } from './fake-world.ts'
import { aHousehold, aPerson, change, scope } from './rows.ts'

export const password = 'Loket-uji-2026'
export const pin = '482913'

interface Options {
  readonly cards?: readonly Card[]
  readonly staff?: readonly Staff[]
  readonly changes?: readonly Change[]
}

const people = [aPerson('rini'), aPerson('fauzi', { roles: ['counter'] }), aPerson('hendra', { roles: ['supervisor'] })]
const key = Buffer.alloc(32, 5)

/** An enrolled desk: the real engine on a real encrypted file, behind its gateway; only clock, network and window are the test's. */
export class Counter {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'loket-counter-'))
  readonly clock = new FakeClock()
  readonly centre = new FakeCentre()
  readonly shell = new KeptFiles()
  readonly log = new KeptLog()
  readonly topics = new Set<string>()
  /** While set, every write fails as SQLite fails on a full disk. */
  diskFull = false
  /** How often something was compared with a verifier. */
  compared = 0
  /** Verifiers take no time, and nothing ever matches them: where thousands are made for nothing. */
  quickVerifiers = false
  /** What comes between the counting of a try and its answer. */
  comparing: () => Promise<void> = async () => {}
  /** Somebody types and clicks; false: the desk was left, and its screen asks by itself. */
  attended = true
  session: string | null = null
  #lastId = 0
  #composed!: Composed
  #gateway!: Gateway

  get store() {
    return this.#composed.store
  }

  get baseRows() {
    return this.#composed.rows
  }

  /** Builds the engine anew from what is on the disk. */
  async restart(): Promise<void> {
    await this.#composed?.deps.printing.stop()
    await this.#composed?.store.close()
    await this.#open()
  }

  async #open(): Promise<void> {
    const config = {
      dataDir: this.dataDir,
      key,
      serverUrl: 'http://127.0.0.1:9',
      resourcesDir: resolve(import.meta.dirname, '../../../resources'),
      appVersion: '1.0.0-test',
      insecureKey: true,
      sqliteBinding: undefined,
      enrolCode: undefined,
      checkAnswers: true,
      end: () => {},
      shell: this.shell,
      clock: this.clock,
      ids: systemIds,
      log: this.log,
    }
    this.#composed = await compose(config, (...topics) => {
      for (const topic of topics) this.topics.add(topic)
    })
    const { deps } = this.#composed
    const inOneWrite: InOneWrite = async (run) => {
      if (this.diskFull) throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })
      return deps.inOneWrite(run)
    }
    const passwords = {
      makeVerifier: async (typed: string) =>
        this.quickVerifiers ? '$argon2id$none' : deps.passwords.makeVerifier(typed),
      matches: async (verifier: string, typed: string) => {
        this.compared += 1
        await this.comparing()
        return deps.passwords.matches(verifier, typed)
      },
    }
    const faked = { ...deps, inOneWrite, passwords, centre: this.centre, sync: quietSync(deps.sync, this.centre) }
    this.#gateway = new Gateway(faked, { checkAnswers: true })
  }

  static async with({ cards = [], staff = people, changes = [] }: Options): Promise<Counter> {
    const counter = new Counter()
    await counter.#open()
    await counter.#enrol()
    const [owner] = cards
    await counter.pull([
      ...staff.map((row) => change('staff', row)),
      change('unit', {
        id: scope,
        scope,
        kind: 'kelurahan',
        name: 'Ketabang',
        kecamatan: 'Genteng',
        zone: 'Asia/Jakarta',
      }),
      ...cards.map((row) => change('card', row)),
      ...(owner ? [change('household', aHousehold(owner))] : []),
      ...changes,
    ])
    for (const { id, username } of staff) counter.centre.passwords.set(username, { staffId: id, password })
    return counter
  }

  async #enrol(): Promise<void> {
    const device = { deviceId: 'device-2', deviceCode: '02', deviceName: 'KTB-02', homeScope: scope, scopes: [scope] }
    await this.store.inTransaction((trx) =>
      saveDevice(trx, {
        identity: { ...device, generation: 1 },
        serverUrl: 'http://127.0.0.1:9',
        policyVersion: 1,
        keys: { signing: makeKeyPair('ed25519'), sealing: makeKeyPair('x25519'), lan: makeLanKeyPair() },
        centreSealingKey: null,
        centreSigningKey: null,
        keyKeptAt: null,
      }),
    )
  }

  /** The centre gave this computer more units, or it was brought back from a backup. */
  async becomes(more: Partial<Pick<DeviceIdentity, 'scopes' | 'generation'>>): Promise<void> {
    const { identity } = await this.store.read.selectFrom('device').select('identity').executeTakeFirstOrThrow()
    const now = JSON.stringify({ ...identityFrom(identity ?? ''), ...more })
    await this.store.inTransaction((trx) => trx.updateTable('device').set({ identity: now }).execute())
  }

  /** Rows as they come from the centre. */
  async pull(changes: readonly Change[], epoch = 0): Promise<ReadonlySet<string>> {
    return this.store.inTransaction((trx) => this.#composed.rows.apply(trx, changes, epoch))
  }

  /** The centre was reached, and everything pulled. */
  async synced(): Promise<void> {
    await this.store.inTransaction(async (trx) => {
      await remember(trx, 'synced-at', this.clock.now())
      await remember(trx, 'time-seen', this.clock.now())
    })
    await this.deps.timeNow()
  }

  write<T>(run: Parameters<typeof this.deps.inOneWrite<T>>[0]): Promise<T> {
    return this.deps.inOneWrite(run)
  }

  get deps() {
    return this.#composed.deps
  }

  get rows() {
    return this.#composed.rows
  }

  ask<N extends CallName>(name: N, input: InputOf<N>, requestId = systemIds.uuid()) {
    const message = { type: 'call' as const, id: ++this.#lastId, name, input, session: this.session, requestId }
    if (this.attended && this.session) this.deps.presence.touch(this.deps.secrets.hash(this.session))
    return this.#gateway.answer(message) as Promise<Result<OutputOf<N>, Fault>>
  }

  answer(message: CallMessage) {
    return this.#gateway.answer(message)
  }

  serve(port: EnginePort): void {
    this.#gateway.serve(port)
  }

  /** Like `ask`, for what must go well. */
  async get<N extends CallName>(name: N, input: InputOf<N>, requestId?: string): Promise<OutputOf<N>> {
    const answer = await this.ask(name, input, requestId)
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.refusal)} ${this.log.errors.join()}`)
    return answer.value
  }

  /** Code of the fault; throws where the call went well. */
  async fault<N extends CallName>(name: N, input: InputOf<N>): Promise<Fault> {
    const answer = await this.ask(name, input)
    if (answer.ok) throw new Error(`${name} went well`)
    return answer.refusal
  }

  /** Raw, base64url: the key by which this device signs. */
  async publicKey(): Promise<string> {
    return (await this.#composed.deps.signer()).key
  }

  async signIn(username = 'rini'): Promise<void> {
    this.session = (await this.get('session.sign-in', { username, password })).session
  }

  handOver(cardId: string, more: Partial<InputOf<'handover.record'>> = {}, requestId?: string) {
    return this.ask('handover.record', { ...handOverToOwner(cardId), ...more }, requestId)
  }

  async outbox(): Promise<string[]> {
    const rows = await this.store.read.selectFrom('command').select('subject').orderBy('position').execute()
    return rows.map(({ subject }) => subject)
  }

  async close(): Promise<void> {
    await this.deps.printing.stop()
    await this.store.close()
    rmSync(this.dataDir, { recursive: true, force: true })
  }
}

/** The owner collects a card whose old one was damaged; no PIN is known here. */
export const handOverToOwner = (cardId: string): InputOf<'handover.record'> => ({
  cardId,
  pin: { means: 'no-verifier' },
  collector: { kind: 'self', memberId: null, name: '', nik: null, relation: '', proxyLetter: null },
  papers: ['face', 'kitir', 'data-read'],
  identity: { seen: true },
  oldCard: { kind: 'withdrawn', drawer: 'L1' },
  signature: png,
  photo: null,
})

export const pinVerifier = await passwords.makeVerifier(pin)
