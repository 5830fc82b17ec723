import { type Kysely, sql } from 'kysely'
import { advisoryLocks } from './advisory-locks.ts'
import * as start from './migrations/0001-start.ts'
import * as queries from './migrations/0002-queries.ts'
import * as figures from './migrations/0003-figures.ts'
import * as lanKeys from './migrations/0004-lan-keys.ts'
import * as courier from './migrations/0005-courier.ts'
import * as histories from './migrations/0006-histories.ts'
import * as keysByScope from './migrations/0007-keys-by-scope.ts'
import * as blobMarks from './migrations/0008-blob-marks.ts'
import * as people from './migrations/0009-people.ts'
import * as administrators from './migrations/0010-administrators.ts'
import * as recovery from './migrations/0011-recovery.ts'
import * as deviceActs from './migrations/0013-device-acts.ts'
import * as kng from './migrations/0014-kng.ts'
import * as kngQuestions from './migrations/0015-kng-questions.ts'
import type { Tables } from './tables.ts'

/** By hand and in order; a released one is never edited. */
const migrations = [
  { name: '0001-start', up: start.up },
  { name: '0002-queries', up: queries.up },
  { name: '0003-figures', up: figures.up },
  { name: '0004-lan-keys', up: lanKeys.up },
  { name: '0005-courier', up: courier.up },
  { name: '0006-histories', up: histories.up },
  { name: '0007-keys-by-scope', up: keysByScope.up },
  { name: '0008-blob-marks', up: blobMarks.up },
  { name: '0009-people', up: people.up },
  { name: '0010-administrators', up: administrators.up },
  { name: '0011-recovery', up: recovery.up },
  { name: '0013-device-acts', up: deviceActs.up },
  { name: '0014-kng', up: kng.up },
  { name: '0015-kng-questions', up: kngQuestions.up },
]

/** Brings the schema up to date. Several processes may start at once: the first one migrates, the others wait for it. */
export async function migrate(db: Kysely<Tables>, now: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`SELECT pg_advisory_xact_lock(${sql.lit(advisoryLocks.migration)})`.execute(trx)
    await sql`CREATE TABLE IF NOT EXISTS migrations (name text PRIMARY KEY, applied_at text NOT NULL)`.execute(trx)
    const done = await trx.selectFrom('migrations').select('name').execute()
    const names = new Set(done.map((row) => row.name))
    for (const migration of migrations) {
      if (names.has(migration.name)) continue
      await migration.up(trx)
      await trx.insertInto('migrations').values({ name: migration.name, applied_at: now }).execute()
    }
  })
}
