import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { Kysely, PGliteDialect, PostgresDialect } from 'kysely'
import pg from 'pg'
import { migrate } from './migrate.ts'
import type { Tables } from './tables.ts'

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
}

export const pokeChannel = 'loket_moved'

/** Opens and migrates. Throws when the database cannot be reached or is newer than this program can read. */
export async function openDatabase(config: DatabaseConfig, now: string): Promise<CentralDatabase> {
  const opened = config.url ? openPostgres(config.url, config.schema ?? 'public') : await openPGlite(config.dataDir)
  try {
    await migrate(opened.db, now)
    return opened
  } catch (cause) {
    await opened.close()
    throw cause
  }
}

const int8 = 20
/** Counters stay below 2^53, so numbers carry them; pg would hand out strings. */
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === int8 ? (text: string) => Number(text) : pg.types.getTypeParser(oid, format),
}

function openPostgres(url: string, schema: string): CentralDatabase {
  const settings = { connectionString: url, options: `-c search_path=${schema}`, types }
  const pool = new pg.Pool({ ...settings, max: 20 })
  // An idle connection that the server ends must not end this process: the pool makes a new one.
  pool.on('error', () => undefined)
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
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

async function openPGlite(dataDir: string | undefined): Promise<CentralDatabase> {
  if (dataDir !== undefined) mkdirSync(dirname(dataDir), { recursive: true })
  const pglite = await PGlite.create(dataDir === undefined ? {} : { dataDir })
  const db = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) })
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
    },
  }
}
