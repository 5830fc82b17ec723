import type { BulkDraft } from '#shared/contract/engine/bulk.ts'
import type { PrinterSettings, Settings } from '#shared/contract/engine/device.ts'
import type { FilingSlipData } from '#shared/contract/engine/ekitir.ts'
import type { ReceiptData } from '#shared/contract/engine/handover.ts'
import type { ClosingDraft } from '#shared/contract/engine/shifts.ts'
import type { PlanDraft, TripClosingDraft } from '#shared/contract/engine/trips.ts'
import type { Fault } from '#shared/contract/errors.ts'
import type { ActType } from '#shared/domain/act/acts.ts'
import type { RowName, RowRef, RowTypes } from '#shared/domain/act/row-types.ts'
import type { Application } from '#shared/domain/application/application.ts'
import type { AuditKind } from '#shared/domain/audit/audit-kinds.ts'
import type { Card, StoragePlace } from '#shared/domain/card/card.ts'
import type { Catalogue } from '#shared/domain/catalogue/catalogue.ts'
import type { DeviceKey } from '#shared/domain/ekitir/device-key.ts'
import type { Case, Handover } from '#shared/domain/handover/handover.ts'
import type { Household } from '#shared/domain/household/household.ts'
import type { RegionPack } from '#shared/domain/region/region-pack.ts'
import type { Unit } from '#shared/domain/region/unit.ts'
import type { Staff } from '#shared/domain/staff/staff.ts'
import type { CalendarDay, Instant } from '#shared/domain/time.ts'
import type { CardCounts, CardPage, HomeNumbers, ShelfMoments } from './card-views.ts'
import type { PromiseReads } from './clock-views.ts'
import type { CountReads, CountStore } from './count-stores.ts'
import type {
  DocumentReads,
  DocumentStore,
  IntakeReads,
  IntakeStore,
  KitirPins,
  QuestionDraft,
  SavedForTrip,
} from './draft-stores.ts'
import type { ChallengeStore, GrantStore, PinTryStore, SessionStore, StaffSecretStore } from './secret-stores.ts'

/** Does the centre know the state shown, does it wait in the outbox, would it clash, is there a case. */
export type CentreState = 'recorded' | 'waiting' | 'will-clash' | 'case'

/** `neighbour`: another desk of the office told of it on the local network, and the centre has not confirmed it here. */
export type CardCentreState = CentreState | 'neighbour'

/** A thing of the trade as it stands here: base row of the centre with the pending commands applied on it. */
export interface Seen<T, C = CentreState> {
  readonly row: T
  readonly centre: C
}

export type SeenCard = Seen<Card, CardCentreState>
export type SeenHandover = Seen<Handover, CardCentreState>

export interface CardReads {
  find(id: string): Promise<SeenCard | null>
  /** Those of the ids that are known here, in any order. */
  some(ids: readonly string[]): Promise<readonly SeenCard[]>
  /** Exact text of an e-Kitir's QR or of a card's label. */
  byCode(code: string): Promise<readonly SeenCard[]>
  /** Kitir number in any spelling: case, spaces and punctuation do not count. */
  byKitirNumber(number: string): Promise<readonly SeenCard[]>
  /** Every card in a drawer, in the order of the shelf. */
  inDrawer(): Promise<readonly SeenCard[]>
  /** Cards in the drawer at this very place. */
  at(place: StoragePlace): Promise<readonly SeenCard[]>
  /** Which of these cards lie where another one lies, too: two desks may have given the same place. */
  sharingPlace(ids: readonly string[]): Promise<ReadonlySet<string>>
  search(text: string, limit: number): Promise<readonly SeenCard[]>
  /** One window of the list; how many there are in all say the counts. */
  page(of: CardPage, at: ShelfMoments): Promise<readonly SeenCard[]>
  counts(search: string, at: ShelfMoments): Promise<CardCounts>
}

export interface ApplicationReads {
  find(id: string): Promise<Application | null>
  byCode(code: string): Promise<Application | null>
  byKitirNumber(number: string): Promise<Application | null>
  /** Those of the ids that are known here, in any order. */
  some(ids: readonly string[]): Promise<readonly Application[]>
  /** Those of this person for this service that nothing has ended yet. */
  open(of: Pick<Application, 'service' | 'applicantNik'>): Promise<readonly Application[]>
}

export interface HandoverReads {
  find(id: string): Promise<SeenHandover | null>
  byReceiptNumber(number: string): Promise<SeenHandover | null>
  /** Everything handed over at or after this instant, oldest first. */
  since(at: Instant): Promise<readonly Handover[]>
  /** All of this card, oldest first, also those that were undone. */
  ofCard(cardId: string): Promise<readonly SeenHandover[]>
  /** The lines of one list, in their order. */
  ofList(listId: string): Promise<readonly Handover[]>
  /** Those that stand, bear one of these flags and were reviewed by nobody, since `from`, oldest first. */
  toReview(flags: readonly string[], from: Instant): Promise<readonly Handover[]>
  /** The one that stands for this card, if any. */
  standing(cardId: string): Promise<Handover | null>
}

export interface CaseReads {
  find(id: string): Promise<Seen<Case> | null>
  /** Every case about a card, open or settled. */
  about(cardId: string): Promise<readonly Seen<Case>[]>
  /** Newest first. */
  list(state: 'open' | 'settled' | 'all'): Promise<readonly Seen<Case>[]>
  openFor(cardId: string): Promise<Case | null>
}

/** Every replicated thing that has no table of its own. */
export type ThingName = Exclude<
  RowName,
  'card' | 'application' | 'handover' | 'case' | 'household' | 'staff' | 'unit' | 'device-key'
>

/** Which things, by their columns (thing-columns.ts); `from` is included, `to` is not. */
export interface ThingFilter {
  readonly states?: readonly string[]
  readonly about?: string
  /** One of its keys (thing-columns.ts). */
  readonly key?: string
  /** One of its keys begins so. */
  readonly keyStart?: string
  /** Ids that begin so: the lines of one act. */
  readonly idStart?: string
  readonly from?: Instant
  readonly to?: Instant
  readonly newestFirst?: boolean
  readonly limit?: number
  readonly offset?: number
}

export interface ThingReads {
  find<E extends ThingName>(entity: E, id: string): Promise<Seen<RowTypes[E]> | null>
  /** In order of time, oldest first unless asked otherwise. */
  list<E extends ThingName>(entity: E, filter?: ThingFilter): Promise<readonly Seen<RowTypes[E]>[]>
  count(entity: ThingName, filter?: ThingFilter): Promise<number>
}

export interface DirectoryReads {
  household(kkNumber: string): Promise<Household | null>
  staff(id: string): Promise<Staff | null>
  staffByUsername(username: string): Promise<Staff | null>
  allStaff(): Promise<readonly Staff[]>
  unit(scope: string): Promise<Unit | null>
  deviceKey(id: string): Promise<DeviceKey | null>
}

export interface Drafts {
  readonly bulk: BulkDraft
  readonly closing: ClosingDraft
  readonly questions: readonly QuestionDraft[]
  readonly plans: readonly SavedForTrip<PlanDraft>[]
  readonly 'trip-closings': readonly SavedForTrip<TripClosingDraft>[]
}

export interface SettingReads {
  settings(): Promise<Settings>
  /** The city's rules, without the catalogue of services. */
  region(): Promise<RegionPack>
  catalogue(): Promise<Catalogue>
  /** Secret of the spoken challenge and answer; null where the centre gave none. */
  overrideSecret(): Promise<string | null>
  /** What was begun on this device and not recorded yet, by the name of its screen. */
  draft<N extends keyof Drafts>(name: N): Promise<Drafts[N] | null>
}

/** An A4 printer of the operating system. */
export interface PaperPrinter {
  readonly kind: 'paper'
  readonly name: string
}

/**
 * A job of the print queue as it lies in the table: the receipt of a hand-over, the slip of an e-Kitir, or (neither) a test slip. No PIN is ever in it: that
 * of a citizen's slip is read when it comes out.
 */
export interface PrintRow {
  readonly jobId: string
  readonly kind: 'handover-receipt' | 'reprint' | 'kitir-citizen' | 'kitir-office' | 'test'
  readonly title: string
  readonly handoverId: string | null
  readonly receiptNumber: string | null
  readonly copy: number
  readonly receipt: ReceiptData | null
  readonly kitirId: string | null
  readonly slip: FilingSlipData | null
  /** SHA-256 of the signature PNG in the blobs. */
  readonly signature: string | null
  /** Its own; null: the receipt printer of the settings. */
  readonly printer: PrinterSettings | PaperPrinter | null
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
  /** Slips of one e-Kitir, oldest first. */
  ofKitir(kitirId: string): Promise<readonly PrintRow[]>
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
    | 'shipment'
    | 'application'
    | 'kitir-replaced'
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
  /** On every number while this may be an earlier state of the device, or a copy. */
  readonly numberMark?: string
}

export interface DeviceReads {
  current(): Promise<Device | null>
  /** Server time minus device time, in milliseconds, as last measured; null when never. */
  clockOffsetMs(): Promise<number | null>
  /** Time of the last complete pull; null before the first copy. */
  dataAsOf(): Promise<Instant | null>
  /** The same moment by the centre's clock. */
  syncedAt(): Promise<Instant | null>
  /** Those of the device's scopes of which everything is here, up to the last pull. */
  copiedScopes(): Promise<readonly string[]>
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
  /** The other desk of the office that told of it; absent: an act of this device. */
  readonly told?: { readonly deviceId: string; readonly scope: string }
}

/** An answer of the centre; of a repeated one, the first. */
export interface KeptVerdict {
  readonly kind: 'applied' | 'conflict' | 'refused'
  readonly code: string | null
  readonly caseId: string | null
}

/**
 * The outbox and its history. A command stays on top of the base rows until they hold its effect: between its verdict and the pull that
 * brings it, too. `subject` is what `append` was given: for a hand-over the card's id.
 */
export interface OutboxReads {
  /** All kept commands about the row `entity/id`, oldest first, answered or not. */
  commandsAbout(key: string): Promise<readonly KeptCommand[]>
  /** What the centre said of one command; null while it has not answered. */
  verdictOf(commandId: string): Promise<KeptVerdict | null>
  /** Commands without a verdict, and when the oldest was done. */
  waiting(): Promise<{ readonly count: number; readonly oldestAt: Instant | null }>
  /** `entity/id` of every row that has a kept command, for bulk work. */
  subjects(): Promise<ReadonlySet<string>>
}

/** `payload` is made JSON text here and never re-serialised. Written in the caller's transaction; seq without a gap. */
export interface Outbox extends OutboxReads {
  append(command: {
    readonly type: ActType
    readonly scope: string
    /** Id of what it is mainly about; of a card unless `about` says otherwise. */
    readonly subject: string
    /** Every row that it is about; absent: the card `subject` alone. */
    readonly about?: readonly RowRef[]
    readonly staffId: string
    readonly at: Instant
    readonly payload: unknown
  }): Promise<{ commandId: string; seq: number; hash: string }>
}

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

/** An entry as it is kept. */
export interface TrailRow {
  readonly position: number
  readonly entry: string
  readonly hash: string
}

/** The audit chain, to be looked at. */
export interface TrailReads {
  /** In the order of the chain, after a position. */
  after(position: number, most: number): Promise<readonly TrailRow[]>
  /** Between two moments (the second not included), the newest first, before a position. */
  between(
    span: { readonly from: Instant; readonly to: Instant },
    only: { readonly staffId: string | null; readonly kind: string | null; readonly before: number | null },
    most: number,
  ): Promise<readonly TrailRow[]>
  /** Ids of who has an entry between them. */
  people(span: { readonly from: Instant; readonly to: Instant }): Promise<readonly string[]>
  /** First and last position between them; null: there is none. */
  ends(span: { readonly from: Instant; readonly to: Instant }): Promise<{ first: number; last: number } | null>
  /** The entry right before a position. */
  before(position: number): Promise<TrailRow | null>
  /** How many entries there are where none is missing; cheap. */
  length(): Promise<number>
  /** Position up to which the centre has it; 0: nothing. */
  sentUpTo(): Promise<number>
  /** Is there an entry of this kind about this subject by this person since then? */
  noted(
    what: { readonly kind: string; readonly subject: string; readonly staffId: string },
    since: Instant,
  ): Promise<boolean>
  /** Signed acts of the present generation, in their order, after a position. */
  actsAfter(position: number, most: number): Promise<readonly { position: number; hash: string }[]>
  /** Position of the last signed act; 0: none. */
  lastAct(): Promise<number>
}

export interface BlobReads {
  /** Bytes by SHA-256 (hex), or null when they are not on this device. */
  get(sha256: string): Promise<Uint8Array | null>
  /** Is it here and not at the centre yet? */
  unsent(sha256: string): Promise<boolean>
}

export interface Blobs extends BlobReads {
  /** Keeps the bytes until the centre has them; the same bytes twice are one blob. Returns SHA-256 in hex. */
  put(bytes: Uint8Array, mime: 'image/png' | 'application/pdf'): Promise<string>
  /** Keeps what the centre gave, encrypted, until it is erased as what the centre has. */
  keepFetched(bytes: Uint8Array, mime: 'application/pdf'): Promise<void>
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
  readonly things: ThingReads
  readonly promises: PromiseReads
  readonly directory: DirectoryReads
  readonly settings: SettingReads
  readonly prints: PrintReads
  readonly scans: ScanReads
  readonly counts: CountReads
  readonly device: DeviceReads
  readonly outbox: OutboxReads
  readonly blobs: BlobReads
  readonly documents: DocumentReads
  readonly trail: TrailReads
  /** `days`: those of the chart, oldest first. */
  readonly home: {
    numbers(now: Instant, zone: string, days: readonly CalendarDay[], shelf: ShelfMoments): Promise<HomeNumbers>
  }
  readonly requests: { find(requestId: string): Promise<KeptAnswer | null> }
  /** The number that `numbers.next` would give. */
  readonly numbers: { peek(counter: string): Promise<number> }
  readonly sessions: Pick<SessionStore, 'find'>
  readonly staffSecrets: Pick<StaffSecretStore, 'find' | 'all'>
  readonly pinTries: Pick<PinTryStore, 'wrong'>
  readonly challenges: Pick<ChallengeStore, 'find'>
  readonly intake: IntakeReads
  readonly kitirPins: Pick<KitirPins, 'find'>
}

export interface WriteSet
  extends Omit<
    ReadSet,
    'requests' | 'numbers' | 'sessions' | 'staffSecrets' | 'pinTries' | 'challenges' | 'intake' | 'kitirPins'
  > {
  /** After a command about these rows was appended: what the screens show follows. */
  readonly shown: { refresh(refs: readonly RowRef[]): Promise<void> }
  readonly outbox: Outbox
  readonly audit: AuditTrail
  readonly blobs: Blobs
  readonly documents: DocumentStore
  readonly prints: PrintReads & { queue(job: PrintRow): Promise<void>; save(job: PrintRow): Promise<void> }
  readonly counts: CountStore
  readonly scans: ScanReads & { add(scan: ScanRow): Promise<void> }
  readonly settings: SettingReads & {
    saveSettings(settings: Settings): Promise<void>
    saveRegion(pack: RegionPack): Promise<void>
    saveOverrideSecret(secret: string): Promise<void>
    saveDraft<N extends keyof Drafts>(name: N, draft: Drafts[N] | null): Promise<void>
  }
  readonly numbers: { peek(counter: string): Promise<number>; next(counter: string): Promise<number> }
  readonly sessions: SessionStore
  readonly staffSecrets: StaffSecretStore
  readonly pinTries: PinTryStore
  readonly grants: GrantStore
  readonly challenges: ChallengeStore
  readonly intake: IntakeStore
  readonly kitirPins: KitirPins
  readonly requests: {
    find(requestId: string): Promise<KeptAnswer | null>
    keep(requestId: string, kept: KeptAnswer, at: Instant): Promise<void>
  }
}
