/** When keys count as typed by a scanner rather than by a person. */
export interface BurstRule {
  /** Mean time between two keys, in ms. */
  readonly meanGapMs: number
  /** A longer pause than this ends the burst. */
  readonly longestGapMs: number
  /** Fewer characters are a person's (a PIN has six digits). */
  readonly leastCharacters: number
}

export const usualScanner: BurstRule = { meanGapMs: 35, longestGapMs: 50, leastCharacters: 8 }

/** pass: leave it to the field that has the focus. hold: keep it back, it may belong to a scan. scan: the burst ended and is a code. */
export type Verdict =
  | { readonly kind: 'pass'; readonly release: string }
  | { readonly kind: 'hold' }
  | { readonly kind: 'scan'; readonly code: string }

/**
 * Tells a scanner's keys from a person's by their rhythm. Only the first key of a burst goes through (nobody can know yet); all others are
 * held until the burst proves to be a scan or a person's quick fingers (`release` is then typed where it belonged). Times in ms.
 */
export class ScanBurst {
  readonly #rule: BurstRule
  #text = ''
  #startedAt = 0
  #lastAt = Number.NEGATIVE_INFINITY

  constructor(rule: BurstRule = usualScanner) {
    this.#rule = rule
  }

  /** A printable key. */
  character(key: string, at: number): Verdict {
    const follows = this.#text !== '' && at - this.#lastAt <= this.#rule.longestGapMs
    const release = follows ? '' : this.drop()
    if (!follows) this.#startedAt = at
    this.#text += key
    this.#lastAt = at
    return follows ? { kind: 'hold' } : { kind: 'pass', release }
  }

  /** Enter or Tab, the end mark of scanners. */
  end(at: number): Verdict {
    const text = this.#text
    const mean = (at - this.#startedAt) / Math.max(1, text.length)
    const timely = at - this.#lastAt <= this.#rule.longestGapMs && mean <= this.#rule.meanGapMs
    const release = this.drop()
    if (timely && text.length >= this.#rule.leastCharacters) return { kind: 'scan', code: text }
    return { kind: 'pass', release }
  }

  /** Forgets the burst; returns the keys that were held back (all but the first). */
  drop(): string {
    const held = this.#text.slice(1)
    this.#text = ''
    return held
  }

  /** Is a burst going on whose keys are held? */
  get holding(): boolean {
    return this.#text.length > 1
  }
}

/** A known beginning with the wrong signs after it: scanner and computer do not agree on the keyboard layout. */
export const looksGarbled = (code: string): boolean =>
  /^(kng[^-/a-z0-9.]|https?[^:s]|https?:[^/]|lkt1[^:])/i.test(code) && code.length > 5
