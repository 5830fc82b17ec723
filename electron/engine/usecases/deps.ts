import type { Fault } from '#shared/contract/errors.ts'
import type { KnownUnit } from '#shared/domain/region/known-unit.ts'
import type { Result } from '#shared/domain/result.ts'
import type { Staff } from '#shared/domain/staff/staff.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { AuditChecks } from './audit/audit-checks.ts'
import type {
  Announce,
  Centre,
  Clock,
  Courier,
  Documents,
  FreeDisk,
  Ids,
  InOneWrite,
  Keeping,
  Log,
  Neighbours,
  Passwords,
  PrintLoop,
  Reading,
  RescueHost,
  Secrets,
  Shell,
  Signer,
  SyncControl,
  Updates,
  VerifySignature,
} from './ports.ts'
import type { SessionRow } from './secret-stores.ts'
import type { Presence } from './session/presence.ts'
import type { OpenedElsewhere } from './status/opened-elsewhere.ts'
import type { WriteSet } from './stores.ts'

/** Everything a use case may reach. */
export interface Deps {
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  readonly inOneWrite: InOneWrite
  readonly reading: Reading
  readonly announce: Announce
  readonly centre: Centre
  readonly openedElsewhere: OpenedElsewhere
  readonly sync: SyncControl
  readonly neighbours: Neighbours
  readonly printing: PrintLoop
  readonly courier: Courier
  readonly updates: Updates
  readonly documents: Documents
  readonly keeping: Keeping
  readonly rescue: RescueHost
  readonly shell: Shell
  readonly passwords: Passwords
  readonly secrets: Secrets
  readonly verifySignature: VerifySignature
  /** Throws before this device is enrolled. */
  readonly signer: () => Promise<Signer>
  readonly auditChecks: AuditChecks
  readonly freeDisk: FreeDisk
  /** The centre's time as far as it is known here: for limits of days. It does not go back with this computer's clock. */
  readonly timeNow: () => Promise<Instant>
  /** Time that has passed for certain: for what must not end early when somebody turns the clock (lock-outs, sessions). */
  readonly sureNow: () => Promise<Instant>
  /** When each session was last used by a person. */
  readonly presence: Presence
  /** The centre has revoked this device: nothing is done or shown any more. */
  readonly isRevoked: () => boolean
  /** This device is between two offices: nothing is done until the centre has answered. */
  readonly isMoving: () => boolean
  /** Of the whole city, by the areas that came with the program. */
  readonly units: readonly KnownUnit[]
  readonly appVersion: string
  readonly insecureKey: boolean
}

/** Who asks: a person with a session. */
export interface Who {
  readonly staff: Staff
  readonly session: SessionRow
}

/**
 * The one transaction that ends a command: its answer is kept under the request's id in the same transaction, so that a repeat gets it.
 * Refusals commit, too (a counted try), but are not kept: the next try may go well.
 */
export type Answering = <T>(run: (tx: WriteSet) => Promise<Result<T, Fault>>) => Promise<Result<T, Fault>>

export type Answer<T> = Promise<Result<T, Fault>>
