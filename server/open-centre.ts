import { loadCentreKeys } from './auth/centre-keys.ts'
import { factorVault } from './auth/factor-vault.ts'
import { argon2 } from './auth/hasher.ts'
import { openVault } from './auth/vault.ts'
import { wrapSecrets } from './auth/wrap-secrets.ts'
import type { Centre } from './centre.ts'
import type { ServerConfig } from './config.ts'
import { kngOverHttp } from './kng/kng-over-http.ts'
import { Mistake } from './mistake.ts'
import { readAreas, readRegionPack } from './region/areas.ts'
import { openPokes } from './sync/pokes.ts'

/** What every route and every command line of the centre works with. Whoever opens it closes its pokes before the database. */
export async function openCentre(
  database: Centre['database'],
  config: Pick<
    ServerConfig,
    'adminToken' | 'centreKey' | 'otherCentreKeys' | 'factorKey' | 'hasher' | 'updatesDir' | 'authority' | 'kng'
  >,
  now: () => Date,
): Promise<Centre> {
  const region = readRegionPack()
  const factors = config.factorKey === undefined ? null : factorVault(config.factorKey)
  if (region.secondFactor === 'required' && factors === null)
    throw new Mistake('The region pack requires a second factor: set LOKET_FACTOR_KEY.', { exitCode: 2 })
  const vault = openVault(config.centreKey ?? null, config.otherCentreKeys)
  await wrapSecrets(database.db, vault)
  return {
    database,
    db: database.db,
    keys: await loadCentreKeys(database.db, vault),
    vault,
    pokes: await openPokes(database),
    region,
    areas: readAreas(),
    adminToken: config.adminToken ?? null,
    updatesDir: config.updatesDir ?? null,
    hasher: config.hasher ?? argon2,
    factors,
    authority: config.authority ?? null,
    kng: config.kng ? kngOverHttp(config.kng) : null,
    clockSkewSeconds: 120,
    now,
  }
}
