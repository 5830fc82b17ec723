import type { PrinterSettings, Settings } from '#shared/contract/engine/device.ts'
import type { ReceiptData } from '#shared/contract/engine/handover.ts'
import type { Fault } from '#shared/contract/errors.ts'
import type { Application } from '#shared/domain/application/application.ts'
import type { Card } from '#shared/domain/card/card.ts'
import type { DeviceKey } from '#shared/domain/ekitir/device-key.ts'
import type { Case, Handover } from '#shared/domain/handover/handover.ts'
import type { Household } from '#shared/domain/household/household.ts'
import type { RegionPack } from '#shared/domain/region/region-pack.ts'
import type { Unit } from '#shared/domain/region/unit.ts'
import type { Staff } from '#shared/domain/staff/staff.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { CardCounts, CardPage, HomeNumbers } from './card-views.ts'
import type { ChallengeStore, GrantStore, PinTryStore, SessionStore, StaffSecretStore } from './secret-stores.ts'

/** Does the centre know the state shown, does it wait in the outbox, would it clash, is there a case. */
export type CentreState = 'recorded' | 'waiting' | 'will-clash' | 'case'

/** A thing of the trade as it stands here: base row of the centre with the pending commands applied on it. */
export interface Seen<T> {
  readonly row: T
  readonly centre: CentreState
}

export interface CardReads {
  find(id: string): Promise<Seen<Card> | null>
  /** Exact text of an e-Kitir's QR or of a card's label. */
  byCode(code: string): Promise<readonly Seen<Card>[]>
  /** Kitir number in any spelling: case, spaces and punctuation do not count. */
  byKitirNumber(number: string): Promise<readonly Seen<Card>[]>
  search(text: string, limit: number): Promise<readonly Seen<Card>[]>
  page(of: CardPage, now: Instant): Promise<{ rows: readonly Seen<Card>[]; total: number }>
  counts(search: string, now: Instant): Promise<CardCounts>
}

export interface ApplicationReads {
  find(id: string): Promise<Application | null>
  byCode(code: string): Promise<Application | null>
  byKitirNumber(number: string): Promise<Application | null>
}

export interface HandoverReads {
  find(id: string): Promise<Seen<Handover> | null>
  byReceiptNumber(number: string): Promise<Seen<Handover> | null>
  /** The one that stands for this card, if any. */
  standing(cardId: string): Promise<Handover | null>
}

export interface CaseReads {
  openFor(cardId: string): Promise<Case | null>
}

export interface DirectoryReads {
  household(kkNumber: string): Promise<Household | null>
  staff(id: string): Promise<Staff | null>
  staffByUsername(username: string): Promise<Staff | null>
  allStaff(): Promise<readonly Staff[]>
  unit(scope: string): Promise<Unit | null>
  deviceKey(id: string): Promise<DeviceKey | null>
}

export interface SettingReads {
  settings(): Promise<Settings>
  region(): Promise<RegionPack>
  /** Secret of the spoken challenge and answer; null where the centre gave none. */
  overrideSecret(): Promise<string | null>
}

/** A job of the print queue as it lies in the table. `receipt` null and `printer` given: a test slip. */
export interface PrintRow {
  readonly jobId: string
  readonly kind: 'handover-receipt' | 'reprint' | 'test'
  readonly title: string
  readonly handoverId: string | null
  readonly receiptNumber: string | null
  readonly copy: number
  readonly receipt: ReceiptData | null
  /** SHA-256 of the signature PNG in the blobs. */
  readonly signature: string | null
  readonly printer: PrinterSettings | null
  readonly state: 'waiting' | 'printing' | 'printed' | 'failed' | 'unknown' | 'cancelled'
  readonly attempts: number
  readonly queuedAt: Instant
  /** Not to be tried before this. */
  readonly dueAt: Instant
  readonly printedAt: Instant | null
  readonly fault: Fault | null
}

export interface PrintReads {
  find(jobId: string): Promise<PrintRow | null>
  /** Newest first. */
  list(limit: number): Promise<readonly PrintRow[]>
  inState(state: PrintRow['state']): Promise<readonly PrintRow[]>
  /** Oldest waiting job that may be tried now. */
  nextDue(now: Instant): Promise<PrintRow | null>
  /** When the next waiting job falls due, or null. */
  nextDueAt(): Promise<Instant | null>
  /** Original and copies of one receipt, as queued on this device, oldest first. */
  ofHandover(handoverId: string): Promise<readonly PrintRow[]>
}

export interface ScanRow {
  readonly id: string
  readonly at: Instant
  readonly staffId: string
  readonly outcome:
    | 'ready'
    | 'handed-over'
    | 'elsewhere'
    | 'not-ready'
    | 'not-here'
    | 'forged'
    | 'unknown'
    | 'pin-locked'
    | 'receipt'
  readonly ownerName: string | null
  readonly cardId: string | null
  readonly detail: string | null
}

export interface ScanReads {
  recent(limit: number): Promise<readonly ScanRow[]>
  countSince(since: Instant): Promise<{ scans: number; failed: number }>
}

/** Identity of this device, kept by sync; null before enrolment. */
export interface Device {
  readonly deviceId: string
  readonly deviceCode: string
  readonly deviceName: string
  readonly homeScope: string
  readonly scopes: readonly string[]
  readonly generation: number
}

export interface DeviceReads {
  current(): Promise<Device | null>
  /** Server time minus device time, in milliseconds, as last measured; null when never. */
  clockOffsetMs(): Promise<number | null>
  /** Time of the last complete pull; null before the first copy. */
  dataAsOf(): Promise<Instant | null>
}

/**
 * A command that this device sent or will send. `payload` is the exact JSON text; `verdict` null: the centre has not answered. A repeated answer
 * counts as the first one: `duplicate` only where that is not known.
 */
export interface KeptCommand {
  readonly commandId: string
  readonly seq: number
  readonly type: string
  readonly at: Instant
  readonly payload: string
  readonly verdict: 'applied' | 'duplicate' | 'conflict' | 'refused' | null
}

/**
 * The outbox and its history. A command stays on top of the base rows until they hold its effect: between its verdict and the pull that
 * brings it, too. `subject` is what `append` was given: for a hand-over the card's id.
 */
export interface OutboxReads {
  /** All kept commands about the subject, oldest first, answered or not. */
  commandsFor(subject: string): Promise<readonly KeptCommand[]>
  /** Every subject that has a kept command, for bulk work. */
  subjects(): Promise<ReadonlySet<string>>
}

/** `payload` is made JSON text here and never re-serialised. Written in the caller's transaction; seq without a gap. */
export interface Outbox extends OutboxReads {
  append(command: {
    readonly type: 'handover.record' | 'handover.undo'
    readonly scope: string
    readonly subject: string
    readonly staffId: string
    readonly at: Instant
    readonly payload: unknown
  }): Promise<{ commandId: string; seq: number; hash: string }>
}

export type AuditKind =
  | 'sign-in'
  | 'sign-in-refused'
  | 'sign-out'
  | 'search'
  | 'scan'
  | 'reveal-nik'
  | 'open-card'
  | 'pin-wrong'
  | 'pin-locked'
  | 'pin-verified'
  | 'override'
  | 'override-answered'
  | 'hand-over'
  | 'undo'
  | 'reprint'
  | 'save-pdf'
  | 'settings'

/** Hash chain of who did what; `subject` is an id or an outcome, never a name, a NIK or the text of a code. */
export interface AuditTrail {
  append(entry: {
    readonly kind: AuditKind
    readonly subject: string
    readonly staffId: string | null
    readonly at: Instant
    readonly commandHash?: string
  }): Promise<void>
}

export interface BlobReads {
  /** Bytes by SHA-256 (hex), or null when they are not on this device. */
  get(sha256: string): Promise<Uint8Array | null>
}

export interface Blobs extends BlobReads {
  /** Keeps the bytes until the centre has them; the same bytes twice are one blob. Returns SHA-256 in hex. */
  put(bytes: Uint8Array, mime: 'image/png'): Promise<string>
}

/** Name of the call and JSON text of its answer. */
export interface KeptAnswer {
  readonly call: string
  readonly answer: string
}

export interface ReadSet {
  readonly cards: CardReads
  readonly applications: ApplicationReads
  readonly handovers: HandoverReads
  readonly cases: CaseReads
  readonly directory: DirectoryReads
  readonly settings: SettingReads
  readonly prints: PrintReads
  readonly scans: ScanReads
  readonly device: DeviceReads
  readonly outbox: OutboxReads
  readonly blobs: BlobReads
  readonly home: { numbers(now: Instant, zone: string): Promise<HomeNumbers> }
  readonly requests: { find(requestId: string): Promise<KeptAnswer | null> }
  /** The number that `numbers.next` would give. */
  readonly numbers: { peek(counter: string): Promise<number> }
  readonly sessions: Pick<SessionStore, 'find'>
  readonly staffSecrets: Pick<StaffSecretStore, 'find' | 'all'>
  readonly pinTries: Pick<PinTryStore, 'wrong'>
}

export interface WriteSet extends Omit<ReadSet, 'requests' | 'numbers' | 'sessions' | 'staffSecrets' | 'pinTries'> {
  /** After a command about the card was appended: what the screens show follows. */
  readonly cardsShown: { refresh(cardId: string): Promise<void> }
  readonly outbox: Outbox
  readonly audit: AuditTrail
  readonly blobs: Blobs
  readonly prints: PrintReads & { queue(job: PrintRow): Promise<void>; save(job: PrintRow): Promise<void> }
  readonly scans: ScanReads & { add(scan: ScanRow): Promise<void> }
  readonly settings: SettingReads & {
    saveSettings(settings: Settings): Promise<void>
    saveRegion(pack: RegionPack): Promise<void>
    saveOverrideSecret(secret: string): Promise<void>
  }
  readonly numbers: { peek(counter: string): Promise<number>; next(counter: string): Promise<number> }
  readonly sessions: SessionStore
  readonly staffSecrets: StaffSecretStore
  readonly pinTries: PinTryStore
  readonly grants: GrantStore
  readonly challenges: ChallengeStore
  readonly requests: {
    find(requestId: string): Promise<KeptAnswer | null>
    keep(requestId: string, kept: KeptAnswer, at: Instant): Promise<void>
  }
}
