import { type Kysely, sql } from 'kysely'

/**
 * What the device tells the centre (commands, audit chain, blobs), how far it has listened, and who it is. New tables only: nothing
 * old changes.
 *
 * `position` of command and audit_entry is generation * 2^32 + seq: one number that sorts, is unique and has no gap within a generation,
 * without a second index to write in every hand-over.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `CREATE TABLE device (
    one INTEGER PRIMARY KEY CHECK (one = 1), identity TEXT, server_url TEXT NOT NULL, policy_version INTEGER NOT NULL,
    signing_key BLOB NOT NULL, signing_public BLOB NOT NULL, sealing_key BLOB NOT NULL, sealing_public BLOB NOT NULL,
    lan_key BLOB NOT NULL, lan_public BLOB NOT NULL, centre_sealing_key TEXT, centre_signing_key TEXT, key_kept_at TEXT) STRICT`,
  // Kept after the verdict: the history, and what a centre restored from a backup would need again.
  `CREATE TABLE command (
    position INTEGER PRIMARY KEY, id TEXT NOT NULL, type TEXT NOT NULL, subject TEXT NOT NULL, at TEXT NOT NULL, hlc TEXT NOT NULL,
    envelope TEXT NOT NULL, hash TEXT NOT NULL, signature TEXT NOT NULL, payload TEXT, salt TEXT NOT NULL,
    verdict TEXT, verdict_code TEXT, verdict_original TEXT, case_id TEXT, decided_at TEXT) STRICT`,
  'CREATE INDEX command_by_subject ON command (subject)',
  'CREATE INDEX command_decided ON command (decided_at) WHERE verdict IS NOT NULL',
  'CREATE TABLE audit_entry (position INTEGER PRIMARY KEY, entry TEXT NOT NULL, hash TEXT NOT NULL) STRICT',
  `CREATE TABLE blob (
    key INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, mime TEXT NOT NULL, size INTEGER NOT NULL, bytes BLOB NOT NULL,
    at_centre INTEGER NOT NULL DEFAULT 0) STRICT`,
  'CREATE INDEX blob_waiting ON blob (size) WHERE at_centre = 0',
  'CREATE TABLE sync_state (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID',
  `CREATE TABLE sync_exception (
    id TEXT PRIMARY KEY, kind TEXT NOT NULL, code TEXT NOT NULL, seq INTEGER, card_id TEXT, handover_id TEXT, details TEXT NOT NULL,
    raised_at TEXT NOT NULL, acknowledged_at TEXT) STRICT`,
  'CREATE INDEX sync_exception_open ON sync_exception (raised_at) WHERE acknowledged_at IS NULL',
]
