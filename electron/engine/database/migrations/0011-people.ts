import { type Kysely, sql } from 'kysely'

/**
 * PINs of the lock screen, locked sessions, passwords that must be changed, and what a spoken code is for. Sessions of the version before end: they do not say
 * when they began by the time that cannot be turned, and nobody keeps one over an update. Lock-outs stay; they were noted by the PC's clock and are shortened to
 * a quarter of an hour where that was ahead.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  'ALTER TABLE staff_secret ADD COLUMN pin_verifier TEXT',
  'ALTER TABLE staff_secret ADD COLUMN pin_wrong INTEGER NOT NULL DEFAULT 0',
  // Since when the password holds that was verified here, as the centre said it.
  'ALTER TABLE staff_secret ADD COLUMN credentials_since TEXT',
  // A password that a supervisor let somebody set on this device alone.
  'ALTER TABLE staff_secret ADD COLUMN temporary INTEGER NOT NULL DEFAULT 0',
  'DELETE FROM session',
  "ALTER TABLE session ADD COLUMN began_sure TEXT NOT NULL DEFAULT ''",
  'ALTER TABLE session ADD COLUMN locked INTEGER NOT NULL DEFAULT 0',
  'ALTER TABLE session ADD COLUMN must TEXT',
  "ALTER TABLE challenge ADD COLUMN purpose TEXT NOT NULL DEFAULT 'card'",
]
