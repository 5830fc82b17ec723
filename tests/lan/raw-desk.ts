import { once } from 'node:events'
import type { TLSSocket } from 'node:tls'
import { v7 } from 'uuid'
import type { z } from 'zod'
import { deviceIdentity, type PushedCommand } from '#shared/contract/sync/protocol.ts'
import { addressFrom } from '../../electron/engine/lan/address-book.ts'
import { lanCertificate } from '../../electron/engine/lan/certificate.ts'
import { dial } from '../../electron/engine/lan/lan-door.ts'
import { noHash, sealCommand } from '../../electron/engine/sync/envelope.ts'
import { makeKeyPair, makeLanKeyPair, privateKeyOf } from '../../electron/engine/sync/raw-keys.ts'

type Message = { readonly t: string; readonly [field: string]: unknown }

/** A device of the office that says on the line whatever the test wants: what it may not say, too. */
export class RawDesk {
  readonly identity: z.output<typeof deviceIdentity>
  readonly #keys: ReturnType<typeof newKeys>
  readonly heard: Message[] = []
  /** What it has against each claim; null: it answers none. */
  #held: readonly object[] | null = []
  #socket: TLSSocket | null = null
  #waiting: (() => void)[] = []

  private constructor(identity: z.output<typeof deviceIdentity>, keys: ReturnType<typeof newKeys>) {
    this.identity = identity
    this.#keys = keys
  }

  static async enrolled(centreUrl: string, code: string): Promise<RawDesk> {
    const keys = newKeys()
    const told = Object.fromEntries(
      Object.entries(keys).map(([name, { publicKey }]) => [`${name}Key`, publicKey.toString('base64url')]),
    )
    const answer = await fetch(`${centreUrl}/v1/devices/enrol`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-loket-protocol': '2' },
      body: JSON.stringify({ code, ...told, appVersion: '1.0.0' }),
    })
    const { device } = (await answer.json()) as { device: unknown }
    return new RawDesk(deviceIdentity.parse(device), keys)
  }

  /** Calls a desk and greets it; `answering`: every claim is answered, as a desk does that has nothing against it. */
  async join(address: string, answering = true): Promise<void> {
    this.#held = answering ? [] : null
    const end = new AbortController()
    const dialled = await dial(addressFrom(address, 0), lanCertificate(this.#keys.lan), end.signal)
    if (!dialled) throw new Error('nobody answered')
    this.#socket = dialled.socket
    let rest = ''
    dialled.socket.on('data', (chunk) => {
      const lines = (rest + chunk.toString()).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) this.#take(JSON.parse(line))
    })
    dialled.socket.on('close', () => this.#wake())
    this.say({ t: 'hello', v: 1 })
  }

  say = (message: Message | string) =>
    this.#socket?.write(`${typeof message === 'string' ? message : JSON.stringify(message)}\n`)

  /** From now on it answers each claim: it hands these cards over itself. */
  has(...cardIds: readonly string[]): void {
    const { deviceId } = this.identity
    this.#held = cardIds.map((cardId) => ({ cardId, deviceId, leftMs: 5_000 }))
  }

  tell = (...commands: readonly PushedCommand[]) => this.say({ t: 'facts', commands })

  /** A hand-over as this device would sign it. */
  fact(cardId: string, more: Partial<Record<string, unknown>> = {}, by: RawDesk = this): PushedCommand {
    const { deviceId, deviceCode, homeScope, generation } = this.identity
    const at = '2026-11-24T02:00:00.000Z'
    const head = { v: 1, id: v7(), deviceId, generation, seq: 1, scope: homeScope, type: 'handover.record', at }
    const parts = { ...head, hlc: '0', staffId: 'rini', policyVersion: 1, prevHash: noHash, ...more }
    const collector = { kind: 'self', name: 'Warga Contoh', nik: null, relation: 'Pemilik', proxyLetter: null }
    const payload = {
      ...{ handoverId: v7(), cardId, receiptNumber: `0001/BST/${homeScope}-${deviceCode}/2026`, at, staffId: 'rini' },
      ...{ staffName: 'rini', staffCode: 'X-rini', deviceCode, pin: 'no-verifier', override: null, collector },
      ...{ papers: [], identity: { seen: true }, oldCard: { kind: 'none' }, signature: 'a'.repeat(64), photo: null },
      offline: true,
    }
    return sealCommand(parts, payload, privateKeyOf('ed25519', by.#keys.signing.privateKey))
  }

  /** Waits for a message of this kind that satisfies. */
  async hears(t: string, satisfies: (message: Message) => boolean = () => true): Promise<Message> {
    for (;;) {
      const found = this.heard.find((message) => message.t === t && satisfies(message))
      if (found) return found
      if (!this.#socket || this.#socket.destroyed) throw new Error(`the line was closed before a "${t}" came`)
      await new Promise<void>((next) => this.#waiting.push(next))
    }
  }

  /** Waits until the other end has closed the line. */
  async isShutOut(): Promise<void> {
    if (this.#socket && !this.#socket.closed) await once(this.#socket, 'close')
  }

  leave(): void {
    this.#socket?.destroy()
  }

  #take(message: Message): void {
    this.heard.push(message)
    if (message.t === 'claim' && this.#held) this.say({ t: 'answer', ref: message.ref, held: this.#held })
    this.#wake()
  }

  #wake(): void {
    for (const next of this.#waiting.splice(0)) next()
  }
}

const newKeys = () => ({ signing: makeKeyPair('ed25519'), sealing: makeKeyPair('x25519'), lan: makeLanKeyPair() })
