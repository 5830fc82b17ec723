import type { Generated, GeneratedAlways } from 'kysely'
import type { LossReason } from '#shared/contract/sync/device-acts.ts'
import type { AdminRole } from '../auth/admin-roles.ts'
import type { OwedKind } from '../kng/owed-kind.ts'

/** Column types of the central database. Instants are ISO text (UTC, milliseconds): they sort and compare as they are written. */
export interface Tables {
  migrations: { name: string; applied_at: string }
  /** `tag`: of the change `seq`. */
  scopes: { scope: string; seq: number; folded_seq: number; override_secret: string; tag: Generated<string> }
  rows: {
    scope: string
    entity: string
    id: string
    version: number
    seq: number
    row: string | null
    /** Of the row, for counting: state of a card, case, claim or complaint, status of an application. */
    state: GeneratedAlways<string | null>
    /** Of a card: when it reached the shelf. */
    arrived_at: GeneratedAlways<string | null>
    /** Of an application. */
    accepted_at: GeneratedAlways<string | null>
    /** Of an application: when it was fulfilled or cancelled. */
    ended_at: GeneratedAlways<string | null>
  }
  row_keys: { key: string; entity: string; id: string; scope: string }
  changes: {
    scope: string
    seq: number
    entity: string
    id: string
    version: number
    row: string | null
    changed_at: string
    /** Over this change and all before it in its scope; null where it was not kept yet. */
    tag?: string | null
  }
  commands: {
    home_scope: string
    device_id: string
    generation: number
    seq: number
    id: string
    envelope: string
    hash: string
    signature: string
    payload: string | null
    salt: string
    accepted_at: string
  }
  verdicts: {
    home_scope: string
    device_id: string
    command_id: string
    kind: 'applied' | 'conflict' | 'refused'
    code: string | null
    case_id: string | null
    decided_at: string
  }
  audit: {
    home_scope: string
    device_id: string
    generation: number
    seq: number
    entry: string
    hash: string
    received_at: string
  }
  devices: {
    device_id: string
    home_scope: string
    device_code: string
    device_name: string
    scopes: string
    generation: number
    state: 'active' | 'quarantined' | 'revoked'
    signing_key: string
    sealing_key: string
    lan_key: string
    sealed_database_key: string | null
    app_version: string
    enrolled_at: string
    last_heartbeat: string | null
    last_seen_at: string | null
    /** Until then a computer that lost the identity to another one may take it back: a person said so. */
    readmit_until: Generated<string | null>
    /** SHA-256 of the last file that it brought whole. */
    last_blob: Generated<string | null>
    revoked_at: Generated<string | null>
    revoked_for: Generated<LossReason | null>
    /** When somebody told of the loss: the three days of the law count from it. */
    reported_at: Generated<string | null>
    /** Revoked, and its last queue is here: it was told so, and erases itself. */
    left_at: Generated<string | null>
  }
  /** What persons of the Dinas, and who has the token of administration, did with devices. */
  device_acts: {
    id: string
    at: string
    kind: string
    device_id: string | null
    scope: string | null
    /** Null: the token of administration. */
    staff_id: string | null
    staff_name: string
    by_device: string | null
    /** JSON; ids, codes and reasons, never a citizen. */
    about: string
  }
  /** A computer goes to another office: ordered at the Dinas, done by the device. */
  device_moves: {
    id: string
    device_id: string
    from_scope: string
    from_code: string
    to_scope: string
    ordered_at: string
    ordered_by: string
    state: 'ordered' | 'done' | 'cancelled'
    ended_at: string | null
  }
  /** Which key signs in which generation; a device that never changed has no row. */
  device_generations: { device_id: string; generation: number; signing_key: string; since: string; reason: string }
  /** Computers that came under a generation from which another one has gone on. */
  device_copies: { device_id: string; generation: number; first_at: string; last_at: string }
  /** Every database key that a device gave, sealed to the centre. */
  device_database_keys: { device_id: string; key_hash: string; sealed_key: string; kept_at: string }
  /** Each time that an administrator had a database key brought back; `sealed` until the code was used. */
  recoveries: {
    id: string
    device_id: string
    code_hash: string
    sealed: string | null
    asked_by: string
    asked_at: string
    expires_at: string
    used_at: string | null
    used_from: string | null
  }
  centre_state: { one: number; incarnation: string; since: string; reason: string }
  daily_jobs: { name: string; began_at: string }
  enrolment_codes: {
    code_hash: string
    scope: string
    device_code: string | null
    expires_at: string
    used_at: string | null
    used_by: string | null
    /** What a device tells of it instead of itself. */
    code_name: string
    code_id: Generated<string | null>
    made_at: Generated<string | null>
    /** Name of who made it. */
    made_by: Generated<string | null>
    cancelled_at: Generated<string | null>
  }
  challenges: { nonce: string; device_id: string; expires_at: string }
  tokens: { home_scope: string; token_hash: string; device_id: string; expires_at: string }
  staff_accounts: {
    scope: string
    username: string
    staff_id: string
    password_hash: string
    /** A first password, or one that was reset: nothing is done before it is changed. */
    must_change: Generated<boolean>
    /** When the password was last made, changed or reset. */
    since: Generated<string | null>
    last_sign_in_at: Generated<string | null>
    /** Secret of the authenticator, sealed; null: no second factor. `factor_pending`: shown, and not confirmed yet. */
    factor: Generated<string | null>
    factor_pending: Generated<string | null>
    /** Step of the last code that was used: none is taken twice. */
    factor_step: Generated<number>
    /** Recovery codes that are left, as keyed hashes (JSON). */
    recovery: Generated<string>
  }
  staff_history: { scope: string; staff_id: string; valid_from: string; active: boolean; roles: string }
  sign_in_failures: { scope: string; username: string; failures: number; locked_until: string | null }
  blobs: {
    scope: string
    sha256: string
    size: number
    received: number
    complete: boolean
    device_id: string
    begun_at: string
  }
  blob_parts: { scope: string; sha256: string; start_at: number; bytes: Uint8Array }
  quarantine: {
    id: string
    device_id: string
    at: string
    reason: string
    evidence: string
  }
  lookups: {
    home_scope: string
    id: string
    device_id: string
    staff_id: string | null
    at: string
    code_hash: string
    found: boolean
  }
  queries: {
    id: string
    home_scope: string
    device_id: string
    staff_id: string
    at: string
    kind: string
    about: string
    permitted: boolean
  }
  rate_limits: { key: string; window_start: number; count: number }
  courier_files: {
    /** Of the device that carries it, or `centre` where it was brought to the centre itself. */
    home_scope: string
    sha256: string
    file_id: string
    size: number
    received: number
    state: 'coming' | 'whole' | 'answered'
    carried_by: string
    /** Whose queue it is, once that is proven. */
    device_id: string | null
    answer_id: string | null
    answer_sha256: string | null
    answer_size: number | null
    begun_at: string
  }
  courier_parts: { home_scope: string; file_id: string; start_at: number; bytes: Uint8Array; kept_at: string }
  admin_tokens: {
    name: string
    token_hash: string
    role: AdminRole
    made_at: string
    made_by: string
    expires_at: string
    ended_at: string | null
  }
  admin_acts: {
    id: string
    at: string
    name: string
    role: string
    act: string
    subject: string
    status: number | null
  }
  /** What is to be told to KNG, or fetched from it. */
  kng_outbox: {
    scope: string
    /** Of the act, document or result: KNG knows by it what it has taken already. */
    id: string
    filing_id: string
    position: number
    kind: OwedKind
    /** JSON; null once it was taken. */
    content: string | null
    state: 'waiting' | 'taken' | 'refused'
    made_at: string
    /** Not before then. */
    next_at: string
    tries: number
    /** Code of the last failure. */
    problem: string | null
    ended_at: string | null
  }
  /** How far KNG was heard. */
  kng_state: { one: number; steps_cursor: string; questions_cursor: Generated<string>; heard_at: string | null }
  centre_keys: { purpose: 'signing' | 'sealing'; private_key: string; public_key: string }
}
