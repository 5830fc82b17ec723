import type { Traced } from '../act/traced.ts'
import type { CollectorKind } from '../card/card.ts'
import type { CalendarDay, Instant } from '../time.ts'

/** verified: the PIN matched; no-verifier: none is known here ("PIN belum diverifikasi"); overridden: see `override`. */
export type PinOutcome = 'verified' | 'no-verifier' | 'overridden'

/** How a rule was set aside: supervisor at the desk, supervisor by spoken challenge and answer, or noted for review (catat dan tinjau). */
export interface Override {
  readonly means: 'on-the-spot' | 'challenge' | 'review-later'
  readonly reason: string
  readonly supervisorId: string | null
  readonly supervisorName: string | null
}

export interface Collector {
  readonly kind: CollectorKind
  readonly name: string
  /** 16 digits, or null where none was shown. */
  readonly nik: string | null
  /** Relation to the owner in the office's words (Pemilik, Ibu, Kuasa …). */
  readonly relation: string
  /** Surat kuasa (F-1.07) of a proxy. */
  readonly proxyLetter: { readonly number: string; readonly date: CalendarDay } | null
}

export type OldCard =
  | { readonly kind: 'none' }
  | { readonly kind: 'withdrawn'; readonly drawer: string | null }
  | { readonly kind: 'police-letter'; readonly number: string; readonly date: CalendarDay; readonly station: string }

/** Was the collector's identity seen to match? If not, why the card was handed over all the same. */
export type Identity = { readonly seen: true } | { readonly seen: false; readonly reason: string }

/** Things a supervisor should look at, without refusing the fact. */
export type HandoverFlag =
  | 'pin-unverified'
  | 'pin-overridden'
  | 'identity-not-seen'
  | 'review-later'
  | 'clock-skew'
  | 'second-hand-over'
  | 'card-unknown'
  | 'not-permitted'
  | 'card-not-ready'

/** The fact that a card was given to somebody (serah terima). Written on the device, final for ever. */
export interface HandoverFact {
  readonly handoverId: string
  readonly cardId: string
  /** e.g. `0232/BST/3578071004-02/2026`; never reused or changed. */
  readonly receiptNumber: string
  readonly at: Instant
  readonly staffId: string
  readonly staffName: string
  readonly staffCode: string
  readonly deviceCode: string
  readonly pin: PinOutcome
  readonly override: Override | null
  readonly collector: Collector
  /** Ids of the papers of the rule table that were seen. */
  readonly papers: readonly string[]
  readonly identity: Identity
  readonly oldCard: OldCard
  /** SHA-256 (hex) of the signature PNG. */
  readonly signature: string
  readonly photo: string | null
  /** No connection to the centre at that moment. */
  readonly offline: boolean
  /** What the device itself noticed (clock-skew); becomes flags of the hand-over. */
  readonly noticed?: readonly HandoverFlag[]
}

/**
 * A hand-over as it is replicated. `contested` while a case about it is open, `set-aside` when another one was found to stand, `undone` when the
 * card came back over the counter.
 */
export interface Handover extends HandoverFact, Traced {
  readonly id: string
  readonly scope: string
  readonly deviceId: string
  /** When the centre accepted it; null while it waits on the device. */
  readonly acceptedAt: Instant | null
  readonly standing: 'stands' | 'contested' | 'set-aside' | 'undone'
  readonly flags: readonly HandoverFlag[]
}

export type CaseKind = 'double-hand-over' | 'flagged-hand-over' | 'flagged-movement' | 'count-difference'

/** Facts that contradict each other, or one that should not have been: a supervisor settles it. Nothing of either is ever removed. */
export interface Case extends Traced {
  readonly id: string
  readonly scope: string
  readonly kind: CaseKind
  readonly cardId: string
  readonly handoverIds: readonly string[]
  /** Movements that are part of it. */
  readonly movementIds?: readonly string[]
  readonly state: 'open' | 'settled'
  readonly openedAt: Instant
  readonly settled?: Settled
}

/** How a case ended. */
export interface Settled {
  readonly settledAt: Instant
  readonly staffId: string
  readonly staffName: string
  readonly staffCode: string
  /** The hand-over that is found to stand; null: none, or the case is about something else. */
  readonly standsHandoverId: string | null
  readonly reason: string
}
