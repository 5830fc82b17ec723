import type { Traced } from '../act/traced.ts'
import type { Card, CardState, CollectorKind, StoragePlace } from '../card/card.ts'
import type { CalendarDay, Instant } from '../time.ts'
import type { Doubt } from './doubt.ts'

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
  | 'papers-not-seen'
  | 'review-later'
  | 'clock-skew'
  | 'second-hand-over'
  | 'card-unknown'
  | 'not-permitted'
  | 'card-not-ready'
  | 'rules-not-met'
  | Doubt

/** Where in which list a hand-over stands, and for whom the list was made. */
export interface HandoverListPlace {
  readonly id: string
  readonly number: string
  /** 1 is the first. */
  readonly line: number
  readonly kind: 'school' | 'neighbourhood'
  /** e.g. `SDN Ketabang I`, `RW 05`. */
  readonly name: string
  readonly place: string
  readonly inCharge: { readonly name: string; readonly position: string }
}

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
  /** Of a list: papers of the rule that nobody looked at for this person. Without the face: `identity` tells that. */
  readonly unchecked?: readonly string[] | undefined
  readonly identity: Identity
  readonly oldCard: OldCard
  /** SHA-256 (hex) of the signature PNG. */
  readonly signature: string
  readonly photo: string | null
  /** No connection to the centre at that moment. */
  readonly offline: boolean
  /** The card's own label was scanned, and it was the right one. */
  readonly labelSeen?: boolean | undefined
  /** What made the clerk look twice, and why the card was given all the same. */
  readonly doubts?: { readonly about: readonly Doubt[]; readonly reason: string } | undefined
  /** One line of a list: many cards handed over at once for a school or an RW. `number` is that of the list. */
  readonly list?: HandoverListPlace | undefined
  /** The centre's time minus that of the device as last measured, in milliseconds. Absent where nobody would see the difference. */
  readonly clockOffsetMs?: number | undefined
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
  /** Where the card was taken from; null where it was gone already, or nobody knew it. Absent in rows of before. */
  readonly from?: CardState | null
  /** Who of a mobile team had it until then. */
  readonly carriedBy?: Card['carriedBy']
  readonly flags: readonly HandoverFlag[]
  /** A supervisor looked at it afterwards, because of its flags. */
  readonly reviewed?: Reviewed | undefined
}

export interface Reviewed {
  readonly at: Instant
  readonly staffId: string
  readonly staffName: string
  readonly staffCode: string
  readonly note: string
}

export type CaseKind =
  | 'double-hand-over'
  | 'flagged-hand-over'
  | 'flagged-movement'
  | 'flagged-fact'
  | 'count-difference'

/** What is known of an act whose payload could not be read, or whose subject nobody knows: what its envelope says. */
export interface UnfollowedFact {
  readonly commandId: string
  readonly type: string
  readonly at: Instant
  readonly staffId: string
  /** Why it was not followed. */
  readonly code: string
}

/** Facts that contradict each other, or one that should not have been: a supervisor settles it. Nothing of either is ever removed. */
export interface Case extends Traced {
  readonly id: string
  readonly scope: string
  readonly kind: CaseKind
  /** null: it is about no single card (a count). */
  readonly cardId: string | null
  readonly handoverIds: readonly string[]
  /** Movements that are part of it. */
  readonly movementIds?: readonly string[]
  /** What the latest count says that contradicts an earlier one: how the card stands if that is accepted. */
  readonly recount?: { readonly state: 'ready' | 'damaged'; readonly place: StoragePlace | null } | undefined
  /** The shift whose count it is about. */
  readonly shiftId?: string
  /** The act that the centre kept and could not follow, or found nothing for. */
  readonly fact?: UnfollowedFact
  /** Old cards that something is said of that cannot be, or should not have been done. */
  readonly oldCardIds?: readonly string[]
  /** Lines of the book of blanks that somebody wrote who might not. */
  readonly blankEntryIds?: readonly string[]
  readonly state: 'open' | 'settled'
  readonly openedAt: Instant
  /** What the clerks said and were asked, oldest first. */
  readonly notes?: readonly CaseNote[]
  readonly settled?: Settled
}

/** asked: the supervisor cannot decide yet and asks the clerks; statement: what a clerk says (keterangan petugas). */
export interface CaseNote {
  readonly noteId: string
  readonly kind: 'asked' | 'statement'
  readonly text: string
  readonly at: Instant
  readonly staffId: string
  readonly staffName: string
  readonly staffCode: string
  readonly deviceCode: string
}

/**
 * one-stands: of two hand-overs one is right; both-happened: there are two cards (cetak ganda), both were given; accepted: the fact stands as
 * recorded; rejected: it does not.
 */
export const decisions = ['one-stands', 'both-happened', 'accepted', 'rejected'] as const
export type CaseDecision = (typeof decisions)[number]

/** How a case ended. */
export interface Settled {
  readonly settledAt: Instant
  readonly staffId: string
  readonly staffName: string
  readonly staffCode: string
  readonly decision: CaseDecision
  /** The hand-over that is found to stand; null: none, both, or the case is about something else. */
  readonly standsHandoverId: string | null
  readonly reason: string
}
