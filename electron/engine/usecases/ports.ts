import type { OutputOf } from '#shared/contract/engine/calls.ts'
import type { PrinterSettings } from '#shared/contract/engine/device.ts'
import type { ReceiptData } from '#shared/contract/engine/handover.ts'
import type { PrintJob } from '#shared/contract/engine/printing.ts'
import type { Fault } from '#shared/contract/errors.ts'
import type { SystemPrint, SystemPrintResult } from '#shared/contract/shell/system-print.ts'
import type { LookupAnswer } from '#shared/contract/sync/protocol.ts'
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

/** The central server, for single questions. Never inside a write. Faults: those of network and centre (errors.ts, LKT-6xx). */
export interface Centre {
  /** Also: wrong-password, locked-out, not-enrolled. */
  checkPassword(username: string, password: string): Promise<Result<{ staffId: string }, Fault>>
  lookup(code: string): Promise<Result<LookupAnswer, Fault>>
}

type Status = OutputOf<'app.status'>
/** The part of app.status that sync knows. */
export type SyncStatus = Pick<
  Status,
  'firstCopy' | 'connection' | 'unsent' | 'lastSyncAt' | 'exceptions' | 'clockSkewSeconds'
>

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
  /** Enrols and starts the first copy. Faults: enrol-code-invalid, those of network and centre. */
  enrol(code: string, serverUrl: string | undefined): Promise<Result<null, Fault>>
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

export interface Documents {
  /** A4 bukti serah terima as PDF; `signature` is PNG bytes. */
  handoverProof(receipt: ReceiptData, signature: Uint8Array | null): Promise<Uint8Array>
}

/** The shell around the engine; absent under plain Node (see index.ts for the stand-in). */
export interface Shell {
  saveFile(name: string, bytes: Uint8Array): Promise<'saved' | 'cancelled' | 'failed'>
  listPrinters(): Promise<readonly string[]>
  systemPrint(job: Omit<SystemPrint, 'type' | 'jobId'>): Promise<SystemPrintResult['outcome']>
  /** PAC notation: `DIRECT` or `PROXY host:port; DIRECT`. */
  resolveProxy(url: string): Promise<string>
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
  /** SHA-256 in hex. */
  hash(text: string): string
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
