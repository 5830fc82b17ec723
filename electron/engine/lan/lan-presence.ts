import type { TLSSocket } from 'node:tls'
import type { LanSettings } from '#shared/contract/engine/device.ts'
import type { RawKeyPair } from '../sync/raw-keys.ts'
import { type Address, AddressBook, addressFrom } from './address-book.ts'
import { type LanCertificate, lanCertificate } from './certificate.ts'
import { findDesks } from './find-desks.ts'
import { LanDesk } from './lan-desk.ts'
import { type Door, dial, listen } from './lan-door.ts'
import type { LanWorld } from './lan-world.ts'
import { readRoster } from './roster.ts'
import { SameKey } from './same-key.ts'
import { sayCopySeen } from './say-copy-seen.ts'

const dialEveryMs = 1_000

interface Own {
  readonly deviceId: string
  readonly keys: RawKeyPair
}

/** Why other desks cannot call this one. */
export type DoorTrouble = 'port-in-use' | 'port-not-allowed'

/** This device on the local network while it is switched on: its door, whom it dials, and the desk that speaks. */
export class LanPresence {
  readonly desk: LanDesk
  readonly #world: LanWorld
  readonly #settings: LanSettings
  readonly #own: Own
  readonly #certificate: LanCertificate
  readonly #book: AddressBook
  readonly #sameKey = new SameKey()
  readonly #end = new AbortController()
  readonly #dialling: NodeJS.Timeout
  #door: Door | null = null
  #finding: { close(): Promise<void> } | null = null
  trouble: DoorTrouble | null = null

  private constructor(world: LanWorld, settings: LanSettings, own: Own, desk: LanDesk) {
    this.#world = world
    this.#settings = settings
    this.#own = own
    this.desk = desk
    this.#certificate = lanCertificate(own.keys)
    this.#book = new AddressBook(() => world.clock.elapsedMs(), Math.random)
    for (const text of settings.addresses) this.#book.enter(addressFrom(text, settings.port))
    this.#dialling = setInterval(() => this.#dialDue(), dialEveryMs)
    this.#dialling.unref()
  }

  static async open(world: LanWorld, settings: LanSettings, own: Own): Promise<LanPresence> {
    const presence = new LanPresence(world, settings, own, await LanDesk.open(world, own.deviceId))
    await presence.openDoor()
    await presence.#find()
    presence.#dialDue()
    return presence
  }

  /** Once more where it could not be opened before: who had the port may have ended. */
  async openDoor(): Promise<void> {
    if (this.#door !== null || this.#end.signal.aborted) return
    try {
      this.#door = await listen({ ...this.#address(), certificate: this.#certificate, onCaller: this.#onCaller })
      this.trouble = null
    } catch (cause) {
      this.trouble = (cause as NodeJS.ErrnoException).code === 'EADDRINUSE' ? 'port-in-use' : 'port-not-allowed'
    }
  }

  dialAgain(): void {
    this.#book.dialAgain()
    this.#dialDue()
  }

  async close(): Promise<void> {
    clearInterval(this.#dialling)
    this.#end.abort()
    await this.#finding?.close()
    await this.desk.close()
    await this.#door?.close()
  }

  /** Where it cannot be done, the addresses that were entered remain. */
  async #find(): Promise<void> {
    if (!this.#settings.find) return
    const onTrouble = (cause: unknown) => this.#world.log.error('lan-find', cause)
    const onFound = (address: Address) => void (this.#book.found(address) && this.#dialDue())
    const { loopbackOnly } = this.#world
    const finding = findDesks({ port: this.#settings.port, loopbackOnly, onFound, onTrouble })
    this.#finding = await finding.catch((cause: unknown) => {
      onTrouble(cause)
      return null
    })
  }

  #address = (): Address => ({ host: this.#world.loopbackOnly ? '127.0.0.1' : '::', port: this.#settings.port })

  #onCaller = (socket: TLSSocket, key: string): void => {
    void (this.#isOwn(key) ? this.#answerOwnKey(socket) : this.#letIn(socket, key, null))
  }

  #dialDue(): void {
    for (const address of this.#book.due(this.desk.connected())) void this.#dial(address)
  }

  async #dial(address: Address): Promise<void> {
    const answered = await dial(address, this.#certificate, this.#end.signal)
    if (answered === null) return this.#book.ended(address, null)
    if (!this.#isOwn(answered.key))
      return this.#book.ended(address, await this.#letIn(answered.socket, answered.key, this.#own.deviceId))
    const isCopy = await this.#sameKey.ask(answered.socket)
    if (isCopy) await sayCopySeen(this.#world, address.host)
    this.#book.ended(address, isCopy ? null : 'own')
  }

  #isOwn = (key: string): boolean => key === this.#own.keys.publicKey.toString('base64url')

  async #answerOwnKey(socket: TLSSocket): Promise<void> {
    const from = socket.remoteAddress ?? ''
    if (await this.#sameKey.answer(socket)) await sayCopySeen(this.#world, from)
  }

  /** Joins a line whose other end is of the office and breaks any other; returns the device that is there. */
  async #letIn(socket: TLSSocket, key: string, dialledBy: string | null): Promise<string | null> {
    try {
      const roster = await readRoster(this.#world.store.read, this.#world.clock.now())
      const neighbour = roster?.others.find(({ lanKey }) => lanKey === key)
      if (!neighbour || this.#end.signal.aborted) {
        socket.destroy()
        return null
      }
      this.desk.join(socket, neighbour, dialledBy ?? neighbour.deviceId)
      return neighbour.deviceId
    } catch (cause) {
      this.#world.log.error('lan-let-in', cause)
      socket.destroy()
      return null
    }
  }
}
