import { parseArgs } from 'node:util'
import { buildApp } from './app.ts'
import type { Centre } from './centre.ts'
import { configFromEnvironment, isLoopback, type ServerConfig } from './config.ts'
import { openDailyJobs } from './daily-jobs.ts'
import { openDatabase } from './database/open-database.ts'
import { keepSwept } from './database/sweep.ts'
import { portMistake, requireFreePort } from './free-port.ts'
import { countOwed } from './kng/count-owed.ts'
import { openKngExchange } from './kng/exchange.ts'
import { Mistake, runProgram } from './mistake.ts'
import { openCentre } from './open-centre.ts'
import { foldChanges } from './sync/fold-changes.ts'
import { beginIncarnation } from './sync/incarnation.ts'

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
  if (!config.centreKey && !isLoopback(place.host))
    throw new Mistake(`A server that others can reach (${place.host}) keeps its secrets wrapped: set LOKET_CENTRE_KEY.`)
  const { databaseUrl: url, databaseSchema: schema, dataDir, onStatement } = config
  const database = await openDatabase({ url, schema, dataDir, onStatement }, now().toISOString())
  const opened: { close(): Promise<unknown> }[] = [database]
  try {
    const centre = await openCentre(database, config, now)
    opened.unshift(keepSwept(centre.db, now), centre.pokes)
    const app = await buildApp(centre, config)
    opened.unshift(
      openDailyJobs(centre, (err) => app.log.error({ err }, 'a daily job failed')),
      openKngExchange(centre, app.log, config.kng?.everyMs),
      app,
    )
    const url = await app.listen(place).catch((cause) => Promise.reject(portMistake(cause, place)))
    return { url, centre, close: () => closeAll(opened) }
  } catch (cause) {
    await closeAll(opened)
    throw cause
  }
}

async function closeAll(parts: readonly { close(): Promise<unknown> }[]): Promise<void> {
  for (const part of parts) await part.close()
}

/** The database came from a backup: every device sends again what is missing here. It would be noticed, but not before one comes that knows more. */
async function sayRestored({ db, now }: Centre): Promise<void> {
  await beginIncarnation(db, now().toISOString(), 'said')
  process.stdout.write('This database is taken as restored from a backup; devices send again what it lacks.\n')
}

/** Where the city's own scheduler does it at night, beside the servers or without them. */
async function foldOnce({ databaseUrl: url, databaseSchema: schema, dataDir }: ServerConfig): Promise<void> {
  const now = new Date()
  const database = await openDatabase({ url, schema, dataDir }, now.toISOString())
  try {
    process.stdout.write(`Changes folded: ${await foldChanges(database.db, now)}\n`)
  } finally {
    await database.close()
  }
}

/** Nothing is lost by it, and nothing moves. */
async function sayWithoutKng({ db }: Centre): Promise<void> {
  const { waiting } = await countOwed(db)
  process.stdout.write(`Without KNG_URL applications are kept here and go nowhere; ${waiting} lines wait.\n`)
}

async function main(): Promise<void> {
  const config = configFromEnvironment(process.env)
  const asked = parseArgs({ options: { restored: { type: 'boolean' }, fold: { type: 'boolean' } } }).values
  if (asked.fold) return foldOnce(config)
  const server = await startServer(config)
  if (asked.restored) await sayRestored(server.centre)
  const kept = server.centre.database.engine === 'pglite' ? `PGlite in ${config.dataDir}` : 'PostgreSQL'
  process.stdout.write(`Central server: ${server.url} (${kept}); documentation: ${server.url}/docs\n`)
  if (!server.centre.vault.wraps)
    process.stdout.write(
      'Without LOKET_CENTRE_KEY the secrets of this centre are plain in its database: for one machine only.\n',
    )
  if (!server.centre.kng) await sayWithoutKng(server.centre)
  const stop = () => void server.close().then(() => process.exit(0))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

if (import.meta.main) await runProgram(main)
