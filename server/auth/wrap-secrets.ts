import type { Db } from '../database/open-database.ts'
import type { Vault } from './vault.ts'

export const placeOfKey = (purpose: string): string => `centre_keys/${purpose}`
export const placeOfOverride = (scope: string): string => `scopes/${scope}`

/**
 * Brings every secret under the present key: plain ones of before there was a key, and those of the key before. Several processes may do it at once. Throws a `Mistake` where one does not open.
 * Returns how many were changed.
 */
export async function wrapSecrets(db: Db, vault: Vault): Promise<number> {
  let changed = 0
  for (const { purpose, private_key } of await db.selectFrom('centre_keys').selectAll().execute()) {
    if (vault.isCurrent(private_key)) continue
    const place = placeOfKey(purpose)
    const wrapped = vault.close(place, vault.open(place, private_key))
    await db
      .updateTable('centre_keys')
      .set({ private_key: wrapped })
      .where('purpose', '=', purpose)
      .where('private_key', '=', private_key)
      .execute()
    changed += 1
  }
  for (const { scope, override_secret } of await db
    .selectFrom('scopes')
    .select(['scope', 'override_secret'])
    .execute()) {
    if (vault.isCurrent(override_secret)) continue
    const place = placeOfOverride(scope)
    const wrapped = vault.close(place, vault.open(place, override_secret))
    await db
      .updateTable('scopes')
      .set({ override_secret: wrapped })
      .where('scope', '=', scope)
      .where('override_secret', '=', override_secret)
      .execute()
    changed += 1
  }
  return changed
}
