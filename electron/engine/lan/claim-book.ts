import { limits } from './messages.ts'

/** Whose claim on a card stands, and how long yet. */
export interface HeldClaim {
  readonly cardId: string
  readonly deviceId: string
  readonly leftMs: number
}

interface Entry {
  readonly deviceId: string
  readonly until: number
  /** An own claim: every desk that could be asked has agreed. */
  readonly sure: boolean
}

/** So many claims of one other desk at most: one that claims everything is not believed. */
const mostOfOne = 1000

/**
 * Who is handing over which card now. In memory only, by elapsed time: no clock matters, and a claim ends by itself. Two desks that claim at the same
 * moment: the lower id has it.
 */
export class ClaimBook {
  readonly #own: string
  readonly #elapsedMs: () => number
  readonly #claims = new Map<string, Entry>()

  constructor(ownDeviceId: string, elapsedMs: () => number) {
    this.#own = ownDeviceId
    this.#elapsedMs = elapsedMs
  }

  /** The claim of another desk that stands on this card. */
  heldByOther(cardId: string): HeldClaim | null {
    const entry = this.#standing(cardId)
    return entry && entry.deviceId !== this.#own ? this.#told(cardId, entry) : null
  }

  /** This desk begins to ask for it. Only where no other has it. */
  ask(cardId: string, ms: number): void {
    const sure = this.#standing(cardId)?.sure ?? false
    this.#put(cardId, { deviceId: this.#own, until: this.#elapsedMs() + ms, sure })
  }

  /** Every desk that could be asked has agreed. False: it went to another one meanwhile. */
  confirm(cardId: string): boolean {
    const entry = this.#standing(cardId)
    if (entry?.deviceId !== this.#own) return false
    this.#put(cardId, { ...entry, sure: true })
    return true
  }

  /** Another desk asks for it; returns the claim that stands against that, or null: it has it now. */
  give(cardId: string, deviceId: string, ms: number): HeldClaim | null {
    const entry = this.#standing(cardId)
    if (entry && entry.deviceId !== deviceId && !this.#yields(entry, deviceId)) return this.#told(cardId, entry)
    if (!entry && this.#countOf(deviceId) >= mostOfOne) return null
    const until = this.#elapsedMs() + Math.min(ms, limits.longestClaimMs)
    this.#put(cardId, { deviceId, until, sure: true })
    return null
  }

  /** Ends the claim of this desk, and of no other. */
  end(cardId: string, deviceId = this.#own): void {
    if (this.#claims.get(cardId)?.deviceId === deviceId) this.#claims.delete(cardId)
  }

  #yields(entry: Entry, to: string): boolean {
    return entry.deviceId === this.#own && !entry.sure && to < this.#own
  }

  #standing(cardId: string): Entry | null {
    const entry = this.#claims.get(cardId)
    if (!entry) return null
    if (entry.until > this.#elapsedMs()) return entry
    this.#claims.delete(cardId)
    return null
  }

  #put(cardId: string, entry: Entry): void {
    this.#claims.set(cardId, entry)
  }

  #countOf(deviceId: string): number {
    const now = this.#elapsedMs()
    let count = 0
    for (const [cardId, entry] of this.#claims) {
      if (entry.until <= now) this.#claims.delete(cardId)
      else if (entry.deviceId === deviceId) count += 1
    }
    return count
  }

  #told = (cardId: string, { deviceId, until }: Entry): HeldClaim => ({
    cardId,
    deviceId,
    leftMs: Math.max(0, Math.round(until - this.#elapsedMs())),
  })
}
