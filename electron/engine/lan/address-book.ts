import { localAddresses } from './local-addresses.ts'

export interface Address {
  readonly host: string
  readonly port: number
}

interface Entry extends Address {
  /** The device that answered there; `own`: this program itself. */
  device: string | null
  failures: number
  dueAt: number
  dialling: boolean
}

const firstWaitMs = 1_000
const longestWaitMs = 30_000
/** Found by themselves: anybody on the network can say that there is a desk. */
const mostFound = 64

/** Where other desks may be: what a person entered, and what was found on the network. Each is dialled again and again, with growing pauses. */
export class AddressBook {
  readonly #elapsedMs: () => number
  readonly #random: () => number
  readonly #entries = new Map<string, Entry>()

  constructor(elapsedMs: () => number, random: () => number) {
    this.#elapsedMs = elapsedMs
    this.#random = random
  }

  /** Entered by a person: whatever it is. */
  enter(address: Address): void {
    this.#add(address)
  }

  /** Told by the network: only addresses of a local network, and not without end. */
  found(address: Address): boolean {
    if (this.#entries.size >= mostFound || !localAddresses.check(address.host, 'ipv4')) return false
    return this.#add(address)
  }

  /** To be dialled now: nobody is connected there, and the pause is over. They count as being dialled from here on. */
  due(connected: ReadonlySet<string>): readonly Address[] {
    const now = this.#elapsedMs()
    const all = [...this.#entries.values()]
    const ready = all.filter(
      ({ dialling, dueAt, device }) =>
        !dialling && dueAt <= now && device !== 'own' && !(device && connected.has(device)),
    )
    for (const entry of ready) entry.dialling = true
    return ready
  }

  /** How a dialling ended: which device is there (`own`: this one), or null where none was let in or answered. */
  ended({ host, port }: Address, device: string | null): void {
    const entry = this.#entries.get(`${host}:${port}`)
    if (!entry) return
    entry.dialling = false
    entry.device = device
    entry.failures = device === null ? entry.failures + 1 : 0
    const pause = Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(entry.failures, 10))
    entry.dueAt = this.#elapsedMs() + pause * (0.5 + this.#random() / 2)
  }

  /** The cable is in again: no pause counts. */
  dialAgain(): void {
    for (const entry of this.#entries.values()) Object.assign(entry, { failures: 0, dueAt: 0 })
  }

  #add({ host, port }: Address): boolean {
    const name = `${host}:${port}`
    if (this.#entries.has(name)) return false
    this.#entries.set(name, { host, port, device: null, failures: 0, dueAt: 0, dialling: false })
    return true
  }
}

/** `192.168.1.12:47821`, `pc-loket-2`, `[fd00::2]:47821`; without a port: the usual one. */
export function addressFrom(text: string, usualPort: number): Address {
  const [, bracketed, plain, port] = /^(?:\[([^\]]+)\]|([^:]+))(?::(\d+))?$/.exec(text.trim()) ?? []
  return { host: bracketed ?? plain ?? text.trim(), port: port === undefined ? usualPort : Number(port) }
}
