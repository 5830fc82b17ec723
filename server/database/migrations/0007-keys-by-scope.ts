import { type QueryExecutorProvider, sql } from 'kysely'

/**
 * Every table that grows with the devices begins its key with the scope, and is unique within it alone: so it can be spread over several machines by scope.
 * Devices and tokens are found by scope and id (a token names its scope); until now's tokens are void: devices ask for new ones by themselves.
 * Old look-ups get the scope of their device. The indexes are for what is looked for across scopes, and for what is swept away by time.
 */
const statements = [
  `ALTER TABLE row_keys DROP CONSTRAINT row_keys_pkey, ADD PRIMARY KEY (scope, key, entity, id)`,
  `CREATE INDEX row_keys_by_key ON row_keys (key, entity)`,
  `ALTER TABLE queries DROP CONSTRAINT queries_pkey, ADD PRIMARY KEY (home_scope, id)`,
  `ALTER TABLE lookups ADD COLUMN home_scope text COLLATE "C"`,
  `UPDATE lookups SET home_scope = coalesce((SELECT d.home_scope FROM devices d WHERE d.device_id = lookups.device_id), '')`,
  `ALTER TABLE lookups ALTER COLUMN home_scope SET NOT NULL, DROP CONSTRAINT lookups_pkey, ADD PRIMARY KEY (home_scope, id)`,
  `ALTER TABLE devices ALTER COLUMN home_scope TYPE text COLLATE "C"`,
  `ALTER TABLE devices DROP CONSTRAINT devices_pkey, ADD PRIMARY KEY (home_scope, device_id)`,
  `CREATE INDEX devices_by_id ON devices (device_id)`,
  `DELETE FROM tokens`,
  `ALTER TABLE tokens ADD COLUMN home_scope text COLLATE "C" NOT NULL`,
  `ALTER TABLE tokens DROP CONSTRAINT tokens_pkey, ADD PRIMARY KEY (home_scope, token_hash)`,
  // Evidence of a case may lie in any scope; without it all blobs were read for one name.
  `CREATE INDEX blobs_by_name ON blobs (sha256) WHERE complete`,
  `CREATE INDEX challenges_by_expiry ON challenges (expires_at)`,
  `CREATE INDEX rate_limits_by_window ON rate_limits (window_start)`,
]

export async function up(db: QueryExecutorProvider): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
