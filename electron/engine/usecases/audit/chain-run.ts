import { checkLink, type KeptEntry, type LinkTrouble, type Sha256 } from '#shared/audit/check-link.ts'
import type { Instant } from '#shared/domain/time.ts'

export interface Place {
  readonly kind: LinkTrouble | 'rolled-back' | 'act-missing'
  readonly generation: number
  readonly seq: number
  readonly lastSoundAt: Instant | null
}

/** Goes along a chain, entry by entry, until something is wrong. Remembers which signed acts were named. */
export class ChainRun {
  readonly #sha256: Sha256
  readonly acts = new Set<string>()
  entries = 0
  before: KeptEntry | null = null
  lastSoundAt: Instant | null = null
  trouble: Place | null = null

  constructor(sha256: Sha256) {
    this.#sha256 = sha256
  }

  /** False when something is wrong with this one. */
  take(kept: KeptEntry): boolean {
    const { trouble, text } = checkLink(this.before, kept, this.#sha256)
    if (trouble) {
      this.trouble = { kind: trouble, generation: kept.generation, seq: kept.seq, lastSoundAt: this.lastSoundAt }
      return false
    }
    this.entries += 1
    this.before = kept
    this.lastSoundAt = text?.at ?? null
    if (text?.commandHash) this.acts.add(text.commandHash)
    return true
  }
}
