import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { type Dialect, Kysely, PGliteDialect, PostgresDialect } from 'kysely'
import pg from 'pg'
import { codeOf, Mistake } from '../mistake.ts'
import { migrate } from './migrate.ts'
import type { Tables } from './tables.ts'
import { type Lock, takeLock } from './take-lock.ts'

export type Db = Kysely<Tables>

/** The central database, whichever engine carries it. */
export interface CentralDatabase {
  readonly engine: 'postgresql' | 'pglite'
  readonly db: Db
  /** Hears the scopes that moved, in every process; the answer stops listening. */
  listen(heard: (scope: string) => void): Promise<() => Promise<void>>
  close(): Promise<void>
}

export interface DatabaseConfig {
  /** PostgreSQL; without it an embedded PGlite is used. */
  readonly url?: string
  /** PostgreSQL only: everything lives in this schema (default `public`). */
  readonly schema?: string
  /** PGlite only: its folder; without it the database is in memory. */
  readonly dataDir?: string
  /** Hears the text of every statement, without its values. */
  readonly onStatement?: (sql: string) => void
}

export const pokeChannel = 'loket_moved'

/** Opens and migrates. Throws a `Mistake` when PostgreSQL cannot be reached, or when another process has the folder. */
export async function openDatabase(config: DatabaseConfig, now: string): Promise<CentralDatabase> {
  const opened = config.url ? openPostgres(config.url, config) : await openPGlite(config)
  try {
    await migrate(opened.db, now)
    return opened
  } catch (cause) {
    await opened.close()
    throw config.url ? orUnreachable(cause, config.url) : cause
  }
}

/** Nobody there, no such host, no answer in time; wrong user or password; no such database; it is still starting or recovering. */
const unreachable = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', '28000', '28P01', '3D000', '57P03'])

/** Never the address itself: it holds a password. */
function orUnreachable(cause: unknown, url: string): unknown {
  const code = codeOf(cause)
  if (!unreachable.has(code)) return cause
  return new Mistake(`PostgreSQL at ${URL.parse(url)?.host} cannot be used (${code}): look at DATABASE_URL.`, { cause })
}

const int8 = 20
/** Counters stay below 2^53, so numbers carry them; pg would hand out strings. */
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === int8 ? (text: string) => Number(text) : pg.types.getTypeParser(oid, format),
}

const kyselyOn = (dialect: Dialect, { onStatement }: DatabaseConfig) =>
  new Kysely<Tables>({ dialect, ...(onStatement && { log: ({ query }) => onStatement(query.sql) }) })

function openPostgres(url: string, config: DatabaseConfig): CentralDatabase {
  const { schema = 'public' } = config
  const settings = { connectionString: url, options: `-c search_path=${schema}`, types }
  const pool = new pg.Pool({ ...settings, max: 20 })
  // A connection that the server ends must not end this process, whether idle, where the pool makes a new one, or between two statements, where the next fails.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const db = kyselyOn(new PostgresDialect({ pool }), config)
  return {
    engine: 'postgresql',
    db,
    listen: (heard) => listenOnPostgres(settings, heard),
    close: () => db.destroy(),
  }
}

async function listenOnPostgres(settings: pg.ClientConfig, heard: (scope: string) => void) {
  let client: pg.Client | null = null
  let stopped = false
  const connect = async (): Promise<void> => {
    const fresh = new pg.Client(settings)
    fresh.on('notification', (message) => heard(message.payload ?? ''))
    fresh.on('error', () => undefined)
    // Pokes are a comfort (devices poll too): a lost connection is opened again, quietly.
    fresh.on('end', () => {
      if (!stopped) setTimeout(() => connect().catch(() => undefined), 1000).unref()
    })
    await fresh.connect()
    await fresh.query(`LISTEN ${pokeChannel}`)
    client = fresh
  }
  await connect()
  return async () => {
    stopped = true
    await client?.end()
  }
}

async function openPGlite(config: DatabaseConfig): Promise<CentralDatabase> {
  const { dataDir } = config
  if (dataDir === undefined) return pgliteCentre(await PGlite.create(), config, null)
  const lock = lockFolder(dataDir)
  try {
    return pgliteCentre(await PGlite.create({ dataDir }), config, lock)
  } catch (cause) {
    lock.release()
    throw cause
  }
}

/** PGlite does not guard its folder, and two processes in one destroy it. */
const lockFolder = (dataDir: string): Lock =>
  takeLock(
    join(dataDir, 'loket.lock'),
    (holder) => new Mistake(`The central database in ${dataDir} is in use by ${holder}: end that one first.`),
  )

function pgliteCentre(pglite: PGlite, config: DatabaseConfig, lock: Lock | null): CentralDatabase {
  const db = kyselyOn(new PGliteDialect({ pglite }), config)
  return {
    engine: 'pglite',
    db,
    listen: async (heard) => {
      const stop = await pglite.listen(pokeChannel, heard)
      return async () => void (pglite.closed || (await stop()))
    },
    close: async () => {
      await db.destroy()
      if (!pglite.closed) await pglite.close()
      lock?.release()
    },
  }
}
