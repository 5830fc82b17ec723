import { buildApp } from './app.ts'
import { loadCentreKeys } from './auth/centre-keys.ts'
import type { Centre } from './centre.ts'
import { configFromEnvironment, type ServerConfig } from './config.ts'
import { openDatabase } from './database/open-database.ts'
import { portMistake, requireFreePort } from './free-port.ts'
import { runProgram } from './mistake.ts'
import { readAreas, readRegionPack } from './region/areas.ts'
import { openPokes } from './sync/pokes.ts'

export interface RunningServer {
  /** Origin without a slash at the end, e.g. `http://127.0.0.1:4750`. */
  readonly url: string
  readonly centre: Centre
  close(): Promise<void>
}

/** Opens (and migrates) the database and serves. Throws a `Mistake` when the port or the database cannot be had: of the port before any data is touched. */
export async function startServer(config: ServerConfig = {}): Promise<RunningServer> {
  const now = config.now ?? (() => new Date())
  const place = { host: config.host ?? '127.0.0.1', port: config.port ?? 0 }
  await requireFreePort(place)
  const database = await openDatabase(
    { url: config.databaseUrl, schema: config.databaseSchema, dataDir: config.dataDir },
    now().toISOString(),
  )
  const opened: { close(): Promise<unknown> }[] = [database]
  try {
    const centre = await openCentre(database, config, now)
    opened.unshift(centre.pokes)
    const app = await buildApp(centre, config)
    opened.unshift(app)
    const url = await app.listen(place).catch((cause) => Promise.reject(portMistake(cause, place)))
    return { url, centre, close: () => closeAll(opened) }
  } catch (cause) {
    await closeAll(opened)
    throw cause
  }
}

async function openCentre(database: Centre['database'], config: ServerConfig, now: () => Date): Promise<Centre> {
  const region = readRegionPack()
  return {
    database,
    db: database.db,
    keys: await loadCentreKeys(database.db),
    pokes: await openPokes(database),
    region,
    areas: readAreas(),
    adminToken: config.adminToken ?? null,
    clockSkewSeconds: 120,
    now,
  }
}

async function closeAll(parts: readonly { close(): Promise<unknown> }[]): Promise<void> {
  for (const part of parts) await part.close()
}

async function main(): Promise<void> {
  const config = configFromEnvironment(process.env)
  const server = await startServer(config)
  const kept = server.centre.database.engine === 'pglite' ? `PGlite in ${config.dataDir}` : 'PostgreSQL'
  process.stdout.write(`Central server: ${server.url} (${kept}); documentation: ${server.url}/docs\n`)
  const stop = () => void server.close().then(() => process.exit(0))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

if (import.meta.main) await runProgram(main)
