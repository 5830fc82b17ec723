import { type Kysely, sql } from 'kysely'
import { expect, test } from 'vitest'
import { databases } from '../../testing/databases.ts'
import { openDatabase } from '../open-database.ts'
import type { Tables } from '../tables.ts'
import { up } from './0007-keys-by-scope.ts'

const now = '2026-11-24T02:00:00.000Z'

/** As 0006 left it, with rows in it. */
async function before(db: Kysely<Tables>): Promise<void> {
  const statements = [
    `ALTER TABLE row_keys DROP CONSTRAINT row_keys_pkey, ADD PRIMARY KEY (key, entity, id)`,
    `ALTER TABLE queries DROP CONSTRAINT queries_pkey, ADD PRIMARY KEY (id)`,
    `ALTER TABLE lookups DROP CONSTRAINT lookups_pkey, DROP COLUMN home_scope, ADD PRIMARY KEY (id)`,
    `ALTER TABLE devices DROP CONSTRAINT devices_pkey, ADD PRIMARY KEY (device_id), ALTER COLUMN home_scope TYPE text COLLATE "default"`,
    `ALTER TABLE tokens DROP CONSTRAINT tokens_pkey, DROP COLUMN home_scope, ADD PRIMARY KEY (token_hash)`,
    ...['row_keys_by_key', 'devices_by_id', 'blobs_by_name', 'challenges_by_expiry', 'rate_limits_by_window'].map(
      (index) => `DROP INDEX ${index}`,
    ),
    `INSERT INTO devices (device_id, home_scope, device_code, device_name, scopes, generation, state, signing_key, sealing_key, lan_key, app_version, enrolled_at)
     VALUES ('d-1', '3578101003', '01', 'KTB-01', '3578101003', 1, 'active', 'k', 's', 'l', '1.0.0', '${now}')`,
    `INSERT INTO tokens (token_hash, device_id, expires_at) VALUES ('h', 'd-1', '${now}')`,
    `INSERT INTO lookups (id, device_id, at, code_hash, found) VALUES ('l-1', 'd-1', '${now}', 'c', true), ('l-2', 'gone', '${now}', 'c', false)`,
    `INSERT INTO row_keys (key, entity, id, scope) VALUES ('LABEL', 'card', 'k-1', '3578101003')`,
  ]
  for (const statement of statements) await sql.raw(statement).execute(db)
}

test.each(await databases())(
  'rows of before keep their places, look-ups get the scope of their device, tokens are void, on $name',
  async (kind) => {
    const { config, drop } = await kind.open()
    const { databaseUrl: url, databaseSchema: schema } = config
    const { db, close } = await openDatabase({ url, schema }, now)
    await before(db)
    await up(db)
    expect(await db.selectFrom('lookups').select(['id', 'home_scope']).orderBy('id').execute()).toEqual([
      { id: 'l-1', home_scope: '3578101003' },
      { id: 'l-2', home_scope: '' },
    ])
    expect(
      await db.selectFrom('devices').select('device_id').where('home_scope', '=', '3578101003').execute(),
    ).toHaveLength(1)
    expect(await db.selectFrom('row_keys').selectAll().execute()).toEqual([
      { key: 'LABEL', entity: 'card', id: 'k-1', scope: '3578101003' },
    ])
    expect(await db.selectFrom('tokens').selectAll().execute()).toEqual([])
    await close()
    await drop()
  },
)
