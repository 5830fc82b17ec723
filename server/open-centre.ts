import { loadCentreKeys } from './auth/centre-keys.ts'
import type { Centre } from './centre.ts'
import type { ServerConfig } from './config.ts'
import { readAreas, readRegionPack } from './region/areas.ts'
import { openPokes } from './sync/pokes.ts'

/** What every route and every command line of the centre works with. Whoever opens it closes its pokes before the database. */
export async function openCentre(
  database: Centre['database'],
  config: Pick<ServerConfig, 'adminToken' | 'updatesDir'>,
  now: () => Date,
): Promise<Centre> {
  const region = readRegionPack()
  return {
    database,
    db: database.db,
    keys: await loadCentreKeys(database.db),
    pokes: await openPokes(database),
    region,
    areas: readAreas(),
    adminToken: config.adminToken ?? null,
    updatesDir: config.updatesDir ?? null,
    clockSkewSeconds: 120,
    now,
  }
}
