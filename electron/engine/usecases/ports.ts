import type { z } from 'zod'
import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import type { PrinterSettings } from '#shared/contract/engine/device.ts'
import type { ReceiptData } from '#shared/contract/engine/handover.ts'
import type { Backup, Rescued } from '#shared/contract/engine/keeping.ts'
import type { PrintJob } from '#shared/contract/engine/printing.ts'
import type { Fault } from '#shared/contract/errors.ts'
import type { SystemPrint, SystemPrintResult } from '#shared/contract/shell/system-print.ts'
import type { DeviceAct, deviceActAnswer } from '#shared/contract/sync/device-acts.ts'
import type { LookupAnswer } from '#shared/contract/sync/protocol.ts'
import type { CityAnswer, CityQueryName } from '#shared/contract/sync/queries.ts'
import type { StatusAnswer } from '#shared/contract/sync/status.ts'
import type { SignedManifest } from '#shared/contract/update/manifest.ts'
import type { EnrolmentSlip } from '#shared/domain/enrolment/enrolment-slip.ts'
import type { Paper } from '#shared/domain/paper/paper.ts'
import type { Result } from '#shared/domain/result.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { ReadSet, WriteSet } from './stores.ts'

/** What the use cases need from the world. Stores (everything in the database) are in stores.ts. */

/** `now` is the device's clock; `elapsedMs` never jumps and has no meaning but differences. */
export interface Clock {
  now(): Instant
  elapsedMs(): number
}

/** UUIDv7, lower case. */
export interface Ids {
  uuid(): string
}

/**
 * One transaction (BEGIN IMMEDIATE), one at a time; rolled back when `run` throws. Never await a device or the network inside:
 * the only write connection is held until it returns.
 */
export type InOneWrite = <T>(run: (tx: WriteSet) => Promise<T>) => Promise<T>

/** Reads from a connection of their own: what is committed, never waiting for a writer. */
export type Reading = <T>(run: (db: ReadSet) => Promise<T>) => Promise<T>

/** Tells every open screen which topics changed (wire.ts lists them). Call it after the transaction, never inside. */
export type Announce = (...topics: readonly string[]) => void

/** Technical log of the engine; never personal data. */
export interface Log {
  info(event: string, details?: Record<string, string | number | boolean | null>): void
  error(event: string, cause: unknown): void
}

/** The key of this device. */
export interface Signer {
  /** Ed25519, raw, base64url. */
  readonly key: string
  /** Signature of a text, base64url. */
  sign(text: string): string
  /** First 8 bytes of SHA-256 over the raw key: how a signed e-Kitir names it. */
  readonly keyId: Uint8Array
  /** The 64 bytes of the signature. */
  signBytes(message: Uint8Array): Uint8Array
}

/** One of the city's questions; `id` fills the path where it has a place for one. */
export interface CityQuestion<N extends CityQueryName> {
  readonly name: N
  readonly id?: string
  /** What is null is not asked. */
  readonly query?: Readonly<Record<string, string | number | null>>
}

/** What a person types to prove who it is; `again`: somebody who works here, so no second factor. */
export interface TypedPassword {
  readonly username: string
  readonly password: string
  readonly code?: string | undefined
  readonly again?: boolean
}

export interface ChangedAtCentre {
  /** What the person has to do before any work. */
  readonly must: 'password' | 'second-factor' | null
  readonly credentialsSince: Instant | null
}

export interface CheckedAtCentre extends ChangedAtCentre {
  readonly staffId: string
}

/** `code`: the text of a QR or a number as it was typed; without a PIN only whether there is one. */
export interface StatusAsked {
  readonly code: string
  readonly pin: string | null
}

/** The central server, for single questions. Never inside a write. Faults: those of network and centre (errors.ts, LKT-6xx). */
export interface Centre {
  /** Also: wrong-password, locked-out, not-enrolled, staff-inactive, second-factor-required, second-factor-wrong. */
  checkPassword(typed: TypedPassword): Promise<Result<CheckedAtCentre, Fault>>
  /** Also: as checkPassword, and password-unfit {why}. */
  changePassword(typed: TypedPassword & { readonly next: string }): Promise<Result<ChangedAtCentre, Fault>>
  /** A new second factor, not in force before it was confirmed. Also: as checkPassword, second-factor-off. */
  beginSecondFactor(typed: TypedPassword): Promise<Result<{ secret: string; uri: string }, Fault>>
  /** `code` is of the new one. Also: second-factor-wrong. */
  confirmSecondFactor(typed: TypedPassword): Promise<Result<{ recoveryCodes: readonly string[] }, Fault>>
  /** Asked for the person with this session. */
  lookup(code: string, staffId: string): Promise<Result<LookupAnswer, Fault>>
  /** How an application of any unit stands, for who knows its PIN. Asked for the person with this session; not to be stored. */
  status(asked: StatusAsked, staffId: string): Promise<Result<StatusAnswer, Fault>>
  /** A finished document of it; null: not of this application, or not there yet. */
  statusDocument(
    asked: Pick<StatusAsked, 'code'> & { readonly pin: string; readonly sha256: string },
    staffId: string,
  ): Promise<Result<Uint8Array | null, Fault>>
  /** A question of the Dinas about any unit, asked for the person with this session. Not to be stored. Also: not-permitted. */
  askCity<N extends CityQueryName>(question: CityQuestion<N>, staffId: string): Promise<Result<CityAnswer<N>, Fault>>
  /** What a person of the Dinas does with a computer; the centre checks the password. Also: wrong-password, locked-out, not-permitted, device-act-impossible. */
  actOnDevice(
    act: DeviceAct,
    username: string,
    password: string,
  ): Promise<Result<z.output<typeof deviceActAnswer> & { readonly serverUrl: string }, Fault>>
  /** A signature or document by SHA-256 (hex), of the scopes of this device; null: the centre has it not, or not whole yet. */
  blob(sha256: string): Promise<Result<Uint8Array | null, Fault>>
}

type Status = OutputOf<'app.status'>
/** The part of app.status that sync knows. */
export type SyncStatus = Pick<
  Status,
  | 'firstCopy'
  | 'slowLine'
  | 'connection'
  | 'move'
  | 'moved'
  | 'unsent'
  | 'lastSyncAt'
  | 'exceptions'
  | 'clockSkewSeconds'
>

export type MoveStatus = NonNullable<Status['move']>
/** What keeps a device from going to its new office. */
export type MoveWait = MoveStatus['waits'][number]
/** A shift that is open, somebody who is signed in. */
export type InUse = Extract<MoveWait, 'shift' | 'session'>

/** A slip that was typed says less than one that was scanned. */
type PartlySaid<T> = { readonly [K in keyof T]?: T[K] | undefined }

export interface SyncControl {
  /** Starts the loop where the device is enrolled; does nothing otherwise. */
  start(): void
  /** Ends the loop and its connections; resolves when nothing of it will touch the database any more. */
  stop(): Promise<void>
  /** A command was committed: send soon. */
  wake(): void
  networkChanged(online: boolean): void
  /** One round. Faults: those of network and centre, not-enrolled. */
  now(): Promise<Result<OutputOf<'sync.now'>, Fault>>
  setConnection(connected: boolean): Promise<void>
  /** True while the last exchange succeeded and the switch is not off. */
  online(): boolean
  status(): Promise<SyncStatus>
  overview(): Promise<OutputOf<'sync.overview'>>
  acknowledge(id: string): Promise<void>
  /** Enrols and starts the first copy. Faults: enrol-code-invalid, address-not-safe, centre-not-proven, those of network and centre. */
  enrol(slip: Pick<EnrolmentSlip, 'code'> & PartlySaid<EnrolmentSlip>): Promise<Result<null, Fault>>
}

export type NeighboursStatus = Status['neighbours']

/** A card that another desk of the office is handing over now. */
export interface ClaimedElsewhere {
  readonly cardId: string
  readonly deviceCode: string
  /** Until the claim ends by itself. */
  readonly leftSeconds: number
}

/** The other desks of the office on the local network. Does nothing while that is switched off. */
export interface Neighbours {
  start(): void
  /** Resolves when nothing of it will touch the database any more. */
  stop(): Promise<void>
  /** Settings were changed. */
  look(): Promise<void>
  networkChanged(): void
  /** A hand-over was committed: tell them. */
  tell(): void
  /** "I am handing these over now": returns those that another desk is. What the others know is here when it resolves, some 300 ms at most. */
  claim(cardIds: readonly string[], ms: number): Promise<readonly ClaimedElsewhere[]>
  release(cardIds: readonly string[]): void
  status(): Promise<NeighboursStatus>
}

/** Where new versions of the program come from: the central server. */
export interface UpdateSource {
  /** Null: nothing for this platform. */
  manifest(platform: string): Promise<Result<SignedManifest | null, Fault>>
  /** Bytes of a file from one on, at most `length`. */
  piece(platform: string, name: string, from: number, length: number): Promise<Result<Uint8Array, Fault>>
}

/** A new version of the program: fetched and checked beside the work, installed by the shell when the program ends. */
export interface Updates {
  start(): void
  /** Looks at the centre now: somebody asked what is new there. Never rejects. */
  look(): Promise<unknown>
  /** Resolves when nothing is being fetched any more. */
  stop(): Promise<void>
  status(): Promise<Status['update']>
  /** Ends the program, installs and opens it again. Fault: update-not-ready. */
  install(): Promise<Result<null, Fault>>
}

type CourierState = OutputOf<'courier.state'>
export type AnswerTaken = Extract<OutputOf<'courier.open'>, { found: 'answer' }>

/**
 * The road without a network: files that are carried by hand. Each act is noted in the audit trail in the transaction that changes anything. `staffId`: who
 * does it. Faults: courier-*, and those of the file (file-*).
 */
export interface Courier {
  state(): Promise<CourierState>
  /** Proposed name of the file with the queue. Faults: courier-never-online, not-enrolled. */
  queueName(): Promise<Result<string, Fault>>
  /** Everything that waits, sealed; it goes on waiting. */
  saveQueue(to: FileToSave, staffId: string): Promise<Result<{ commands: number; bytes: number }, Fault>>
  /** Takes an answer in, or keeps a queue to carry. */
  takeIn(
    from: FileToRead,
    staffId: string,
    only?: 'answer' | 'anything',
  ): Promise<Result<OutputOf<'courier.open'>, Fault>>
  /** Goes on with an answer that was cut off. */
  finish(id: string, staffId: string): Promise<Result<AnswerTaken, Fault>>
  answerName(id: string): Promise<Result<string, Fault>>
  saveAnswer(id: string, to: FileToSave, staffId: string): Promise<Result<null, Fault>>
  forget(id: string, staffId: string): Promise<Result<null, Fault>>
}

/** Who keeps the keys of the database: the shell, wrapped by the operating system. */
export interface KeyKeeper {
  /** Makes another key and keeps it beside the one in use. Rejects where it cannot be kept. */
  next(): Promise<Uint8Array>
  /** From now on only this one. */
  keep(key: Uint8Array): Promise<void>
}

export type DataState = OutputOf<'data.state'>
export type RescueState = OutputOf<'rescue.state'>
export type RescueAsked = ParsedInputOf<'rescue.run'>

/** What is around the engine and can close and open it again. */
export interface RescueHost {
  state(): RescueState
  /** Does one of the ways, with the engine closed meanwhile. Faults: those of rescue.run. */
  run(asked: RescueAsked): Promise<Result<Rescued | null, Fault>>
  /** Fault: key-not-changed. */
  renewKey(): Promise<Result<null, Fault>>
}

/** Backups, the check of the whole database and the erasing of what is over, each when it is due. */
export interface Keeping {
  start(): void
  /** Resolves when nothing of it will touch the database any more. */
  stop(): Promise<void>
  state(): Promise<DataState>
  /** Faults: disk-full, backup-failed. */
  backUp(): Promise<Result<Backup, Fault>>
}

export interface PrintLoop {
  start(): Promise<void>
  stop(): Promise<void>
  /** A job was committed: print soon. */
  wake(): void
  /** Prints a test slip at once. Faults: printer-*. */
  test(printer: PrinterSettings): Promise<Result<{ ms: number }, Fault>>
  /** Fault: print-job-unknown. */
  retry(jobId: string): Promise<Result<PrintJob, Fault>>
  cancel(jobId: string): Promise<Result<PrintJob, Fault>>
  status(): Promise<Status['printer']>
}

/** PNGs of the first pages of a PDF, black on white; `pageCount`: how many it has. */
export interface PagePictures {
  readonly pageCount: number
  readonly pages: readonly Uint8Array[]
}

/** Why a foreign PDF was not opened. `too-heavy`: it took more memory or time than any document of a citizen needs. */
export type OpenedPdf =
  | { readonly outcome: 'opened'; readonly pages: readonly Uint8Array[] }
  | { readonly outcome: 'encrypted' | 'damaged' | 'too-heavy' }
  | { readonly outcome: 'too-many-pages'; readonly pages: number }

/** `size` of the smallest PDF that is still readable, where that is too large. `damaged`: a page is no picture. */
export type BoundPdf =
  | { readonly outcome: 'bound'; readonly pdf: Uint8Array; readonly dpi: number; readonly grey: boolean }
  | { readonly outcome: 'too-large'; readonly size: number }
  | { readonly outcome: 'damaged' }

/**
 * What is known of the signature of a finished document. `trusted`: it is what was signed, by whom the city's anchors vouch for. `unknown-signer`: it is what
 * was signed, by somebody whom nothing here vouches for. `added-to`: what was signed holds, and something was added behind it since, as proofs of a signature are, or
 * contents. `changed`: it is not what was signed.
 */
export interface SignatureSeen {
  readonly state: 'none' | 'trusted' | 'unknown-signer' | 'added-to' | 'changed'
  readonly signer: string | null
  /** As the signer's own clock said. */
  readonly at: Instant | null
}

export interface Documents {
  /** Of a PDF of anybody. Never rejects because of the PDF. */
  signature(pdf: Uint8Array, anchors: readonly Uint8Array[]): Promise<SignatureSeen>
  /** The pages of a PDF of anybody as JPEG: it is drawn, nothing of it is run or kept. Never rejects because of the PDF. */
  open(pdf: Uint8Array, of: { readonly dpi: number; readonly mostPages: number }): Promise<OpenedPdf>
  /** One PDF of pages (JPEG), on A4, of at most so many bytes. Never rejects because of the pages. */
  bind(pages: readonly Uint8Array[], mostBytes: number): Promise<BoundPdf>
  /** A4 bukti serah terima as PDF; `signature` is PNG bytes. */
  handoverProof(receipt: ReceiptData, signature: Uint8Array | null): Promise<Uint8Array>
  /** Any other A4 paper as PDF. */
  paper(paper: Paper): Promise<Uint8Array>
  /** The pages of a PDF of ours as they will be printed; at most so many. */
  pictures(pdf: Uint8Array, of: { readonly dpi: number; readonly mostPages: number }): Promise<PagePictures>
}

/** A file that the person chose; where it lies only the shell knows. Methods throw FileGone. */
export interface FileToSave {
  write(bytes: Uint8Array): Promise<void>
  /** It is whole: on the disk and under its name when this resolves. Until then nothing bears that name. */
  keep(): Promise<void>
  /** Leaves nothing behind. Never throws. */
  drop(): Promise<void>
}
export interface FileToRead {
  readonly size: number
  /** Fewer bytes only at the end. */
  read(from: number, length: number): Promise<Uint8Array>
  /** Never throws. */
  close(): Promise<void>
}

/** Why a file could not be written or read. */
export type FileTroubleKind = 'disk-full' | 'read-only' | 'gone' | 'failed'
export class FileGone extends Error {
  readonly kind: FileTroubleKind

  constructor(kind: FileTroubleKind) {
    super(`file: ${kind}`)
    this.kind = kind
  }
}

/** Asks the person for a file; null: thought better of it. Both throw FileGone. */
export interface ChosenFiles {
  toSave(name: string): Promise<FileToSave | null>
  toRead(): Promise<FileToRead | null>
}

/** What the shell does with a version that lies ready: installs it when the program ends. */
export interface Installer {
  /** The file in the folder `updates`, checked; null: none any more. */
  ready(
    file: { readonly name: string; readonly size: number; readonly sha512: string; readonly version: string } | null,
  ): void
  /** Ends the program, installs and opens it again. */
  now(): void
}

/** The shell around the engine; absent under plain Node (see index.ts for the stand-in). */
export interface Shell {
  saveFile(name: string, bytes: Uint8Array): Promise<'saved' | 'cancelled' | 'failed'>
  listPrinters(): Promise<readonly string[]>
  systemPrint(job: Omit<SystemPrint, 'type' | 'jobId'>): Promise<SystemPrintResult['outcome']>
  /** PAC notation: `DIRECT` or `PROXY host:port; DIRECT`. */
  resolveProxy(url: string): Promise<string>
  /** Absent where the program is not packed, or is installed by others. */
  readonly installer?: Installer
  /** Absent where nobody can be asked for a file. */
  readonly chosenFiles?: ChosenFiles
}

/** argon2id; both take 15-60 ms off the main thread. */
export interface Passwords {
  makeVerifier(password: string): Promise<string>
  matches(verifier: string, password: string): Promise<boolean>
}

/** Randomness and keyed hashes. */
export interface Secrets {
  /** 32 random bytes, base64url. */
  token(): string
  /** Easily read out and typed: 12 letters and digits in three groups (59 bits). */
  firstPassword(): string
  /** SHA-256 in hex. */
  hash(text: string): string
  /** So many random digits. */
  digits(count: number): string
  /** So many digits (at most 18) of HMAC-SHA256 over the text. */
  keyedDigits(secret: string, text: string, count: number): string
}

/** Ed25519 over the message; the key is the raw 32 bytes. */
export type VerifySignature = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean

/** Free bytes on the disk of the data folder, or null where unknown. */
export type FreeDisk = () => Promise<number | null>

/** Where sync and printing learn how to reach what they need; index.ts builds it. */
export interface Surroundings {
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  readonly inOneWrite: InOneWrite
  readonly reading: Reading
  readonly announce: Announce
  readonly shell: Shell
}
