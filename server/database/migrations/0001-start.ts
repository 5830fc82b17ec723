import { type QueryExecutorProvider, sql } from 'kysely'

/**
 * The first schema: no old rows. Every hot table begins its key with the scope, so that the same schema can be distributed by scope.
 * Key columns compare by bytes (collation C): pages of a snapshot then have one order on every machine.
 */
const statements = [
  `CREATE TABLE scopes (
     scope text COLLATE "C" PRIMARY KEY,
     seq bigint NOT NULL DEFAULT 0,
     folded_seq bigint NOT NULL DEFAULT 0,
     override_secret text NOT NULL
   )`,
  `CREATE TABLE rows (
     scope text COLLATE "C" NOT NULL,
     entity text COLLATE "C" NOT NULL,
     id text COLLATE "C" NOT NULL,
     version bigint NOT NULL,
     seq bigint NOT NULL,
     row text,
     PRIMARY KEY (scope, entity, id)
   )`,
  `CREATE INDEX rows_by_id ON rows (entity, id)`,
  `CREATE TABLE row_keys (
     key text COLLATE "C" NOT NULL,
     entity text COLLATE "C" NOT NULL,
     id text COLLATE "C" NOT NULL,
     scope text COLLATE "C" NOT NULL,
     PRIMARY KEY (key, entity, id)
   )`,
  `CREATE INDEX row_keys_by_row ON row_keys (entity, id)`,
  `CREATE TABLE changes (
     scope text COLLATE "C" NOT NULL,
     seq bigint NOT NULL,
     entity text NOT NULL,
     id text NOT NULL,
     version bigint NOT NULL,
     row text,
     changed_at text NOT NULL,
     PRIMARY KEY (scope, seq)
   )`,
  `CREATE TABLE commands (
     home_scope text COLLATE "C" NOT NULL,
     device_id text NOT NULL,
     generation bigint NOT NULL,
     seq bigint NOT NULL,
     id text NOT NULL,
     envelope text NOT NULL,
     hash text NOT NULL,
     signature text NOT NULL,
     payload text,
     salt text NOT NULL,
     accepted_at text NOT NULL,
     PRIMARY KEY (home_scope, device_id, generation, seq)
   )`,
  `CREATE TABLE verdicts (
     home_scope text COLLATE "C" NOT NULL,
     device_id text NOT NULL,
     command_id text NOT NULL,
     kind text NOT NULL,
     code text,
     case_id text,
     decided_at text NOT NULL,
     PRIMARY KEY (home_scope, device_id, command_id)
   )`,
  `CREATE TABLE audit (
     home_scope text COLLATE "C" NOT NULL,
     device_id text NOT NULL,
     generation bigint NOT NULL,
     seq bigint NOT NULL,
     entry text NOT NULL,
     hash text NOT NULL,
     received_at text NOT NULL,
     PRIMARY KEY (home_scope, device_id, generation, seq)
   )`,
  `CREATE TABLE devices (
     device_id text PRIMARY KEY,
     home_scope text NOT NULL,
     device_code text NOT NULL,
     device_name text NOT NULL,
     scopes text NOT NULL,
     generation bigint NOT NULL,
     state text NOT NULL,
     signing_key text NOT NULL,
     sealing_key text NOT NULL,
     lan_key text NOT NULL,
     sealed_database_key text,
     app_version text NOT NULL,
     enrolled_at text NOT NULL,
     last_heartbeat text,
     last_seen_at text,
     UNIQUE (home_scope, device_code)
   )`,
  `CREATE TABLE enrolment_codes (
     code_hash text PRIMARY KEY,
     scope text NOT NULL,
     device_code text,
     expires_at text NOT NULL,
     used_at text,
     used_by text
   )`,
  `CREATE TABLE challenges (nonce text PRIMARY KEY, device_id text NOT NULL, expires_at text NOT NULL)`,
  `CREATE TABLE tokens (token_hash text PRIMARY KEY, device_id text NOT NULL, expires_at text NOT NULL)`,
  `CREATE INDEX tokens_by_expiry ON tokens (expires_at)`,
  `CREATE TABLE staff_accounts (
     scope text COLLATE "C" NOT NULL,
     username text NOT NULL,
     staff_id text NOT NULL,
     password_hash text NOT NULL,
     PRIMARY KEY (scope, username)
   )`,
  `CREATE TABLE staff_history (
     scope text COLLATE "C" NOT NULL,
     staff_id text NOT NULL,
     valid_from text NOT NULL,
     active boolean NOT NULL,
     roles text NOT NULL,
     PRIMARY KEY (scope, staff_id, valid_from)
   )`,
  `CREATE TABLE sign_in_failures (
     scope text COLLATE "C" NOT NULL,
     username text NOT NULL,
     failures bigint NOT NULL,
     locked_until text,
     PRIMARY KEY (scope, username)
   )`,
  `CREATE TABLE blobs (
     scope text COLLATE "C" NOT NULL,
     sha256 text NOT NULL,
     size bigint NOT NULL,
     received bigint NOT NULL,
     complete boolean NOT NULL,
     device_id text NOT NULL,
     begun_at text NOT NULL,
     PRIMARY KEY (scope, sha256)
   )`,
  `CREATE TABLE blob_parts (
     scope text COLLATE "C" NOT NULL,
     sha256 text NOT NULL,
     start_at bigint NOT NULL,
     bytes bytea NOT NULL,
     PRIMARY KEY (scope, sha256, start_at)
   )`,
  `CREATE TABLE quarantine (
     id text PRIMARY KEY,
     device_id text NOT NULL,
     at text NOT NULL,
     reason text NOT NULL,
     evidence text NOT NULL
   )`,
  `CREATE TABLE lookups (
     id text PRIMARY KEY,
     device_id text NOT NULL,
     at text NOT NULL,
     code_hash text NOT NULL,
     found boolean NOT NULL
   )`,
  `CREATE TABLE rate_limits (
     key text NOT NULL,
     window_start bigint NOT NULL,
     count bigint NOT NULL,
     PRIMARY KEY (key, window_start)
   )`,
  `CREATE TABLE centre_keys (purpose text PRIMARY KEY, private_key text NOT NULL, public_key text NOT NULL)`,
]

export async function up(db: QueryExecutorProvider): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
