/** Column types of the central database. Instants are ISO text (UTC, milliseconds): they sort and compare as they are written. */
export interface Tables {
  migrations: { name: string; applied_at: string }
  scopes: { scope: string; seq: number; folded_seq: number; override_secret: string }
  rows: { scope: string; entity: string; id: string; version: number; seq: number; row: string | null }
  row_keys: { key: string; entity: string; id: string; scope: string }
  changes: {
    scope: string
    seq: number
    entity: string
    id: string
    version: number
    row: string | null
    changed_at: string
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
  }
  enrolment_codes: {
    code_hash: string
    scope: string
    device_code: string | null
    expires_at: string
    used_at: string | null
    used_by: string | null
  }
  challenges: { nonce: string; device_id: string; expires_at: string }
  tokens: { token_hash: string; device_id: string; expires_at: string }
  staff_accounts: { scope: string; username: string; staff_id: string; password_hash: string }
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
  lookups: { id: string; device_id: string; at: string; code_hash: string; found: boolean }
  rate_limits: { key: string; window_start: number; count: number }
  centre_keys: { purpose: 'signing' | 'sealing'; private_key: string; public_key: string }
}
