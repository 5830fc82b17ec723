import { randomUUID } from 'node:crypto'
import { cpSync } from 'node:fs'
import { resolve } from 'node:path'
import type { CallName, InputOf, OutputOf } from '#shared/contract/engine/calls.ts'
import { calls } from '#shared/contract/engine/calls.ts'
import type { LanSettings } from '#shared/contract/engine/device.ts'
import type { Fault } from '#shared/contract/errors.ts'
import type { Result } from '#shared/domain/result.ts'
import { type Engine, openEngine } from '../../electron/engine/index.ts'
import { systemIds } from '../../electron/engine/system.ts'
import { handOverToOwner } from '../../electron/engine/testing/counter.ts'
import { ACentre, adminToken, password } from '../../server/testing/a-centre.ts'
import { databases } from '../../server/testing/databases.ts'
import { freePort } from '../fixtures/free-port.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'

/** One office: the real centre, and desks that are the real engine, each on its own port of this machine. */
export class Office {
  readonly centre: ACentre
  readonly desks: LanDesk[] = []

  private constructor(centre: ACentre) {
    this.centre = centre
  }

  static async open(): Promise<Office> {
    const [kind] = await databases()
    if (!kind) throw new Error('no database')
    return new Office(await ACentre.open(kind))
  }

  /** An enrolled desk with its first copy, signed in; on the local network as `lan` says, off it unless it says. */
  async desk(lan: Partial<LanSettings> = {}): Promise<LanDesk> {
    const desk = await LanDesk.enrolled(this.centre.url, await this.centre.enrolmentCode(), await freePort())
    this.desks.push(desk)
    await desk.call('session.sign-in', { username: 'rini', password })
    if (Object.keys(lan).length > 0) await desk.onLan(lan)
    return desk
  }

  /** Another computer with a copy of this desk's disk, on a port of its own. */
  async cloneOf(desk: LanDesk): Promise<LanDesk> {
    await desk.stop()
    const clone = LanDesk.copyOf(desk, this.centre.url, await freePort())
    this.desks.push(clone)
    for (const one of [desk, clone]) {
      await one.start()
      await one.cutOff()
    }
    return clone
  }

  /** Two desks that know each other's keys and are connected; the centre is out of reach of both. */
  async two(): Promise<readonly [LanDesk, LanDesk]> {
    const [first, second] = [await this.desk(), await this.desk()]
    await first.call('sync.now', {})
    await first.onLan()
    await second.onLan({ addresses: [first.address] })
    await Promise.all([first.sees(second), second.sees(first)])
    for (const desk of [first, second]) await desk.cutOff()
    return [first, second]
  }

  async revoke(desk: LanDesk): Promise<void> {
    const id = (await desk.status()).device?.deviceId
    const headers = { authorization: `Bearer ${adminToken}` }
    const answer = await fetch(`${this.centre.url}/v1/admin/devices/${id}/revoke`, { method: 'POST', headers })
    if (answer.status !== 200) throw new Error(`not revoked: ${answer.status}`)
  }

  async close(): Promise<void> {
    for (const desk of this.desks) await desk.close()
    await this.centre.close()
  }
}

const shell = {
  saveFile: async () => 'failed' as const,
  listPrinters: async () => [],
  systemPrint: async () => 'failed' as const,
  resolveProxy: async () => 'DIRECT',
}

export class LanDesk {
  readonly port: number
  readonly folder = temporaryFolder('lan-desk')
  readonly #serverUrl: string
  clockAheadMs = 0
  /** What the engine would have logged. */
  readonly log: string[] = []
  #engine: Engine | null = null
  #session: string | null = null
  #listeners: (() => void)[] = []
  #lastId = 0

  private constructor(serverUrl: string, port: number) {
    this.#serverUrl = serverUrl
    this.port = port
  }

  static async enrolled(serverUrl: string, code: string, port: number): Promise<LanDesk> {
    const desk = new LanDesk(serverUrl, port)
    await desk.start()
    await desk.call('device.enrol', { code })
    const isReady = (status: OutputOf<'app.status'>) => !status.firstCopy && status.lastSyncAt !== null
    desk.deviceCode = (await desk.until('app.status', {}, isReady)).device?.deviceCode ?? ''
    return desk
  }

  static copyOf(desk: LanDesk, serverUrl: string, port: number): LanDesk {
    const clone = new LanDesk(serverUrl, port)
    cpSync(desk.folder.path, clone.folder.path, { recursive: true })
    clone.#session = desk.#session
    clone.deviceCode = desk.deviceCode
    return clone
  }

  get address(): string {
    return `127.0.0.1:${this.port}`
  }

  async start(): Promise<void> {
    const now = () => new Date(Date.now() + this.clockAheadMs).toISOString()
    this.#engine = await openEngine({
      end: () => {},
      dataDir: this.folder.path,
      key: Buffer.alloc(32, 5),
      serverUrl: this.#serverUrl,
      resourcesDir: resolve(import.meta.dirname, '../../resources'),
      appVersion: '1.0.0-test',
      insecureKey: true,
      sqliteBinding: undefined,
      enrolCode: undefined,
      checkAnswers: true,
      shell,
      clock: { now, elapsedMs: () => performance.now() },
      ids: systemIds,
      log: {
        info: (event, details) => void this.log.push(`${event} ${JSON.stringify(details)}`),
        error: (event, cause) => void this.log.push(`${event}: ${cause}`),
      },
    })
    this.#engine.serve({
      post: () => {
        for (const listener of this.#listeners) listener()
      },
      onMessage: () => {},
      onClose: () => {},
      close: () => {},
    })
  }

  /** The program ends; what it kept stays. */
  async stop(): Promise<void> {
    await this.#engine?.close()
    this.#engine = null
  }

  async close(): Promise<void> {
    await this.stop()
    this.folder.remove()
  }

  /** On the local network, with these addresses of others; by itself it looks for nobody. */
  async onLan(lan: Partial<LanSettings> = {}): Promise<void> {
    await this.call('settings.save', { lan: { on: true, port: this.port, find: false, addresses: [], ...lan } })
  }

  async offLan(): Promise<void> {
    await this.call('settings.save', { lan: { on: false, port: this.port, find: false, addresses: [] } })
  }

  cutOff = () => this.call('sync.set-connection', { connected: false })

  /** The centre is there again, and everything has been exchanged. */
  async synced(): Promise<void> {
    await this.call('sync.set-connection', { connected: true })
    await this.until('app.status', {}, (status) => status.connection.state === 'online')
    await this.call('sync.now', {})
  }

  status = () => this.call('app.status', {})

  deviceCode = ''

  /** Waits until the other desk is connected, or is not. */
  async sees(other: LanDesk, connected = true): Promise<void> {
    const code = other.deviceCode
    const isSo = (desk: { deviceCode: string; connected: boolean }) =>
      desk.deviceCode === code && desk.connected === connected
    await this.until('app.status', {}, ({ neighbours }) => neighbours.desks.some(isSo))
  }

  handOver = (cardId: string) => this.ask('handover.record', handOverToOwner(cardId))

  card = async (cardId: string) => (await this.call('card.get', { cardId })).card

  /** Waits until the card is shown so. */
  shows = (cardId: string, state: string, centre: string) =>
    this.until('card.get', { cardId }, ({ card }) => card.state === state && card.centre === centre)

  async ask<N extends CallName>(name: N, input: InputOf<N>): Promise<Result<OutputOf<N>, Fault>> {
    if (!this.#engine) throw new Error('this desk is not started')
    const requestId = calls.get(name)?.kind === 'command' ? randomUUID() : null
    const message = { type: 'call' as const, id: ++this.#lastId, name, input, session: this.#session, requestId }
    const answer = (await this.#engine.answer(message)) as Result<OutputOf<N>, Fault>
    if (answer.ok && name === 'session.sign-in') this.#session = (answer.value as OutputOf<'session.sign-in'>).session
    return answer
  }

  /** Like `ask`, for what must go well. */
  async call<N extends CallName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> {
    const answer = await this.ask(name, input)
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.refusal)} ${this.log.join()}`)
    return answer.value
  }

  /** Asks again whenever the engine announces a change, until the answer satisfies. */
  async until<N extends CallName>(name: N, input: InputOf<N>, satisfies: (value: OutputOf<N>) => boolean, ms = 40_000) {
    const end = Date.now() + ms
    for (;;) {
      const changed = new Promise<void>((next) => {
        const timer = setTimeout(next, 250)
        this.#listeners.push(() => {
          clearTimeout(timer)
          next()
        })
      })
      const value = await this.call(name, input)
      if (satisfies(value)) return value
      if (Date.now() > end) throw new Error(`${name} did not become so: ${JSON.stringify(value)} ${this.log.join()}`)
      await changed
      this.#listeners = []
    }
  }
}
