import { checkLink, type KeptEntry, type LinkTrouble, readEntry, type Sha256 } from '#shared/audit/check-link.ts'
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

  /** Entries before the first one that is here, and how many of them other entries say were erased because their time was over. */
  missing = 0
  #first: KeptEntry | null = null
  #erased = 0

  /**
   * The beginning may have gone with its time, as far as the centre has it. Whether that is what happened, the entries of the erasing tell: `troubleOfBeginning`.
   */
  begin(first: KeptEntry, wasSent: boolean): void {
    const prevHash = readEntry(first.entry)?.prevHash
    if (first.seq === 1 || !wasSent || prevHash === undefined) return
    this.#first = first
    this.missing = first.seq - 1
    this.before = { generation: first.generation, seq: first.seq - 1, entry: '', hash: prevHash }
  }

  /** Null: nothing is missing, or all that is missing was erased on time. */
  get troubleOfBeginning(): Place | null {
    if (!this.#first || this.#erased >= this.missing) return null
    const { generation, seq } = this.#first
    return { kind: 'gap', generation, seq, lastSoundAt: null }
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
    if (text?.kind === 'erased') this.#erased += Number(/\baudit (\d+)\b/.exec(text.subject)?.[1] ?? 0)
    return true
  }
}
