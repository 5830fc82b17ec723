import type { Instant } from '#shared/domain/time.ts'

/** Stores of what lets people in. Tokens are kept as SHA-256 (hex) only. */

export interface SessionRow {
  readonly tokenHash: string
  readonly staffId: string
  readonly means: 'online' | 'offline'
  readonly startedAt: Instant
  readonly endsAt: Instant
  /** When it began by the time that cannot be turned. */
  readonly beganSure: Instant
  /** Behind the lock screen: nothing is answered but what opens it. */
  readonly locked: boolean
  /** What the person must do before any work; null: nothing. */
  readonly must: 'password' | 'second-factor' | null
}

export interface SessionStore {
  find(tokenHash: string): Promise<SessionRow | null>
  start(session: SessionRow): Promise<void>
  setLocked(tokenHash: string, locked: boolean): Promise<void>
  /** Everybody's who sits at this computer. */
  lockAll(): Promise<void>
  setMust(tokenHash: string, must: SessionRow['must']): Promise<void>
  end(tokenHash: string): Promise<void>
}

/** What this device knows of a person's password and tries. */
export interface StaffSecretRow {
  readonly staffId: string
  /** argon2id PHC string made on this device, or null before the first online sign-in. */
  readonly verifier: string | null
  readonly onlineAt: Instant | null
  readonly lastSignInAt: Instant | null
  readonly wrongTries: number
  /** By the time that cannot be turned. */
  readonly lockedUntil: Instant | null
  /** argon2id of the PIN of the lock screen; null: none was set on this device. */
  readonly pinVerifier: string | null
  readonly pinWrong: number
  /** Since when that password holds, as the centre said it; null: it said nothing. */
  readonly credentialsSince: Instant | null
  /** Set here by a supervisor's leave: the centre does not know it. */
  readonly temporary: boolean
  /** Until when a supervisor let the person in who was too long without the centre; null: not since the last sign-in with it. */
  readonly extendedUntil: Instant | null
}

export interface StaffSecretStore {
  find(staffId: string): Promise<StaffSecretRow | null>
  all(): Promise<readonly StaffSecretRow[]>
  save(row: StaffSecretRow): Promise<void>
}

/** Wrong tries of a card's PIN; they belong to one verifier: a new PIN starts at zero. */
export interface PinTryStore {
  wrong(cardId: string, verifier: string): Promise<number>
  /** Returns the number of wrong tries after this one. */
  add(cardId: string, verifier: string): Promise<number>
  clear(cardId: string): Promise<void>
}

/** A short-lived permission bound to one card and one session: a verified PIN, or an override by a supervisor. */
export interface GrantRow {
  readonly tokenHash: string
  readonly kind: 'pin' | 'on-the-spot' | 'challenge'
  readonly cardId: string
  readonly sessionHash: string
  readonly validUntil: Instant
  readonly supervisorId: string | null
  readonly supervisorName: string | null
  readonly reason: string | null
}

export interface GrantStore {
  give(grant: GrantRow): Promise<void>
  find(tokenHash: string): Promise<GrantRow | null>
  /** All grants of the card: used up by the hand-over. */
  endFor(cardId: string): Promise<void>
}

export interface ChallengeRow {
  readonly id: string
  readonly cardId: string
  readonly sessionHash: string
  readonly challenge: string
  readonly reason: string
  readonly validUntil: Instant
  readonly tries: number
  /** A hand-over without a PIN, or help for somebody who cannot sign in: then `cardId` is the person. */
  readonly purpose: 'card' | 'unlock' | 'reset' | 'extend'
}

export interface ChallengeStore {
  open(challenge: ChallengeRow): Promise<void>
  find(id: string): Promise<ChallengeRow | null>
  countTry(id: string): Promise<void>
  close(id: string): Promise<void>
}
