import type {
  AskedMessage,
  Course,
  CourseStep,
  Renamed,
  Repair,
  StatusAnswer,
  Submission,
  UnitAnswer,
  Withdrawal,
} from './kng-messages.ts'

/**
 * What the centre asks of KNG/SIAK, whoever answers. Everything that is told bears a key of its own (`key`): told twice under one key it happens once, and the answer is that of the
 * first time. Throws `KngUnavailable` where it should be tried again, `KngRefused` where that would be in vain.
 */
export interface KngPort {
  submit(key: string, application: Submission): Promise<Course>
  /** Named in the application or in a repair of it. */
  sendDocument(ref: string, sha256: string, bytes: Uint8Array): Promise<void>
  repair(key: string, ref: string, what: Repair): Promise<Course>
  withdraw(key: string, ref: string, what: Withdrawal): Promise<Course>
  renameKitir(key: string, ref: string, what: Renamed): Promise<void>
  /** What happened after `cursor`; empty: from the beginning. */
  stepsAfter(cursor: string): Promise<StepsRead>
  /** The bytes of a finished document; of what they are the caller makes sure. */
  fetchResult(sha256: string): Promise<Uint8Array>
  /** What citizens asked after `cursor`; empty: from the beginning. */
  questionsAfter(cursor: string): Promise<QuestionsRead>
  answer(key: string, questionId: string, what: UnitAnswer): Promise<void>
  /** KNG's own number of an application that was given one of ours; null: it knows none. */
  numberOf(kitirNumber: string): Promise<string | null>
  /** null: no such number, or not its PIN. */
  statusOf(number: string, pin: string): Promise<StatusAnswer | null>
  close(): void
}

export interface QuestionsRead {
  readonly messages: readonly AskedMessage[]
  readonly cursor: string
  readonly more: boolean
}

export interface StepsRead {
  readonly steps: readonly CourseStep[]
  readonly cursor: string
  readonly more: boolean
  /** Steps that this program cannot read; the course of their application brings them once it can. */
  readonly unreadable: number
}

/** It cannot be reached, is busy or out of order. `code`: for the log; nothing of what was sent. */
export class KngUnavailable extends Error {
  readonly code: string
  /** Asked for by KNG; null: it said nothing. */
  readonly afterSeconds: number | null

  constructor(code: string, afterSeconds: number | null = null) {
    super('KNG is not available')
    this.code = code
    this.afterSeconds = afterSeconds
  }
}

/** It understood, and will not. */
export class KngRefused extends Error {
  readonly code: string

  constructor(code: string) {
    super('KNG refused')
    this.code = code
  }
}
