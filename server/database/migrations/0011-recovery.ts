import { type QueryExecutorProvider, sql } from 'kysely'

/**
 * Every database key that a device gave, and each time that an administrator had one brought back. The key that a device of before gave is the first of its keys; `devices` goes on holding the
 * last one.
 */
const statements = [
  `CREATE TABLE device_database_keys (
     device_id text NOT NULL,
     key_hash text NOT NULL,
     sealed_key text NOT NULL,
     kept_at text NOT NULL,
     PRIMARY KEY (device_id, key_hash)
   )`,
  `INSERT INTO device_database_keys (device_id, key_hash, sealed_key, kept_at)
   SELECT device_id, encode(sha256(convert_to(sealed_database_key, 'UTF8')), 'hex'), sealed_database_key, enrolled_at
   FROM devices WHERE sealed_database_key IS NOT NULL`,
  `CREATE TABLE recoveries (
     id text PRIMARY KEY,
     device_id text NOT NULL,
     code_hash text NOT NULL UNIQUE,
     sealed text,
     asked_by text NOT NULL,
     asked_at text NOT NULL,
     expires_at text NOT NULL,
     used_at text,
     used_from text
   )`,
]

export async function up(db: QueryExecutorProvider): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
