import { type Kysely, sql } from 'kysely'

/**
 * The base rows as received beside what the screens search in, and everything that lives only on this device.
 * No foreign keys between replicated things: pages and scopes arrive in any order.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...replicated, ...local]) await sql.raw(statement).execute(db)
}

const replicated = [
  `CREATE TABLE replica (
    entity TEXT NOT NULL, id TEXT NOT NULL, scope TEXT NOT NULL, version INTEGER NOT NULL, row TEXT, epoch INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (entity, id)) STRICT`,
  `CREATE TABLE card (
    key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, scope TEXT NOT NULL, kind TEXT NOT NULL, state TEXT NOT NULL, owner_name TEXT NOT NULL, owner_nik TEXT NOT NULL,
    kitir_code TEXT NOT NULL, kitir_loose TEXT NOT NULL, label_code TEXT NOT NULL, place TEXT NOT NULL,
    arrived_at TEXT, due_at TEXT, fulfilled_at TEXT, centre TEXT NOT NULL) STRICT`,
  // Apart from `card`: a row that grows by a kilobyte would split full pages in every hand-over.
  'CREATE TABLE card_projected (key INTEGER PRIMARY KEY, row TEXT NOT NULL) STRICT',
  'CREATE INDEX card_by_kitir_code ON card (kitir_code)',
  'CREATE INDEX card_by_kitir_loose ON card (kitir_loose)',
  'CREATE INDEX card_by_label_code ON card (label_code)',
  "CREATE INDEX card_ready ON card (arrived_at) WHERE state = 'ready'",
  "CREATE INDEX card_on_the_way ON card (kind) WHERE state = 'shipped'",
  'CREATE INDEX card_by_arrival ON card (arrived_at) WHERE arrived_at IS NOT NULL',
  // Contentless: the words are in `card`, only the index is kept; deleted words are overwritten, not just unlinked.
  `CREATE VIRTUAL TABLE card_search USING fts5 (
    name, nik, kitir, content='', contentless_delete=1, detail=none, tokenize='unicode61 remove_diacritics 2', prefix='2 3 4')`,
  "INSERT INTO card_search (card_search, rank) VALUES ('secure-delete', 1)",
  `CREATE TABLE application (
    id TEXT PRIMARY KEY, status TEXT NOT NULL, kitir_code TEXT NOT NULL, kitir_loose TEXT NOT NULL,
    due_at TEXT, fulfilled_at TEXT, centre TEXT NOT NULL, projected TEXT) STRICT`,
  'CREATE INDEX application_by_kitir_code ON application (kitir_code)',
  'CREATE INDEX application_by_kitir_loose ON application (kitir_loose)',
  'CREATE INDEX application_by_due_at ON application (due_at) WHERE due_at IS NOT NULL',
  `CREATE TABLE handover (
    id TEXT PRIMARY KEY, card_id TEXT NOT NULL, receipt_number TEXT NOT NULL, at TEXT NOT NULL, standing TEXT NOT NULL,
    centre TEXT NOT NULL, projected TEXT) STRICT`,
  'CREATE INDEX handover_by_card ON handover (card_id)',
  'CREATE INDEX handover_by_receipt ON handover (receipt_number)',
  `CREATE TABLE case_file (
    id TEXT PRIMARY KEY, card_id TEXT NOT NULL, state TEXT NOT NULL, centre TEXT NOT NULL, projected TEXT) STRICT`,
  'CREATE INDEX case_by_card ON case_file (card_id)',
]

const local = [
  'CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID',
  'CREATE TABLE counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID',
  'CREATE TABLE request (id TEXT PRIMARY KEY, call TEXT NOT NULL, answer TEXT NOT NULL, at TEXT NOT NULL) STRICT',
  `CREATE TABLE staff_secret (
    staff_id TEXT PRIMARY KEY, verifier TEXT, online_at TEXT, last_sign_in_at TEXT, wrong_tries INTEGER NOT NULL, locked_until TEXT) STRICT`,
  `CREATE TABLE session (
    token_hash TEXT PRIMARY KEY, staff_id TEXT NOT NULL, means TEXT NOT NULL, started_at TEXT NOT NULL, ends_at TEXT NOT NULL) STRICT`,
  'CREATE TABLE pin_try (card_id TEXT PRIMARY KEY, verifier_hash TEXT NOT NULL, wrong INTEGER NOT NULL) STRICT',
  `CREATE TABLE grant_token (
    token_hash TEXT PRIMARY KEY, kind TEXT NOT NULL, card_id TEXT NOT NULL, session_hash TEXT NOT NULL, valid_until TEXT NOT NULL,
    supervisor_id TEXT, supervisor_name TEXT, reason TEXT) STRICT`,
  'CREATE INDEX grant_by_card ON grant_token (card_id)',
  `CREATE TABLE challenge (
    id TEXT PRIMARY KEY, card_id TEXT NOT NULL, session_hash TEXT NOT NULL, challenge TEXT NOT NULL, reason TEXT NOT NULL,
    valid_until TEXT NOT NULL, tries INTEGER NOT NULL) STRICT`,
  `CREATE TABLE scan (
    id TEXT PRIMARY KEY, at TEXT NOT NULL, staff_id TEXT NOT NULL, outcome TEXT NOT NULL, owner_name TEXT, card_id TEXT, detail TEXT) STRICT`,
  'CREATE INDEX scan_by_at ON scan (at)',
  `CREATE TABLE print_job (
    id TEXT PRIMARY KEY, kind TEXT NOT NULL, title TEXT NOT NULL, handover_id TEXT, receipt_number TEXT, copy INTEGER NOT NULL,
    receipt TEXT, signature TEXT, printer TEXT, state TEXT NOT NULL, attempts INTEGER NOT NULL,
    queued_at TEXT NOT NULL, due_at TEXT NOT NULL, printed_at TEXT, fault TEXT) STRICT`,
  "CREATE INDEX print_job_open ON print_job (state, due_at) WHERE state <> 'printed'",
  'CREATE INDEX print_job_by_handover ON print_job (handover_id)',
]
