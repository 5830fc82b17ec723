import { PGlite } from '@electric-sql/pglite'
import type { FastifyInstance } from 'fastify'
import { Kysely, PostgresDialect } from 'kysely'
import { buildApp } from '../../server/app.ts'
import type { Centre } from '../../server/centre.ts'
import { migrate } from '../../server/database/migrate.ts'
import type { CentralDatabase } from '../../server/database/open-database.ts'
import type { Tables } from '../../server/database/tables.ts'
import { openCentre } from '../../server/open-centre.ts'
import { City } from '../sync/city.ts'
import { PGlitePool } from './pglite-pool.ts'
import type { Answered, Sent } from './wire.ts'

/** How the server or its database fails at one statement: the `left`-th from now; of the third kind, the `left`-th COMMIT. */
export interface CentreFault {
  readonly kind: 'killed' | 'connection-lost' | 'killed-after-commit' | 'connection-lost-after-commit'
  left: number
  then(): void
}

/** The server process is gone: nobody answers. */
class Killed extends Error {}

const lost = () =>
  Object.assign(new Error('Connection terminated unexpectedly'), { code: 'ECONNRESET', syscall: 'read' })

/**
 * The real server over its real schema: the routes of Fastify on PGlite, without a socket. It lives as long as the process; each world begins with the
 * tables as they were when `keep` was called.
 */
export class SimulatedCentre {
  readonly city: City
  readonly #app: FastifyInstance
  readonly #pool: PGlitePool
  readonly #state: State

  private constructor(city: City, app: FastifyInstance, pool: PGlitePool, state: State) {
    this.city = city
    this.#app = app
    this.#pool = pool
    this.#state = state
  }

  static async open(startsAt: number): Promise<SimulatedCentre> {
    const state = new State(startsAt)
    const pool = new PGlitePool(await PGlite.create(), state)
    const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
    await migrate(db, new Date(startsAt).toISOString())
    unlog(pool)
    // A plan for each statement once, not for each time.
    pool.run('SET plan_cache_mode = force_generic_plan')
    const database: CentralDatabase = {
      engine: 'pglite',
      db,
      // Pokes go through the simulated network: `onMoved`.
      listen: async () => async () => {},
      close: () => db.destroy(),
    }
    const centre: Centre = await openCentre(database, {}, () => new Date(state.now))
    const app = await buildApp(centre, {})
    const city = City.at({ url: 'https://centre.test', centre, close: async () => {} })
    return new SimulatedCentre(city, app, pool, state)
  }

  /** The centre's clock, in milliseconds. */
  set now(ms: number) {
    this.#state.now = ms
  }

  /** Hears of every scope that moved. */
  set onMoved(heard: (scope: string) => void) {
    this.#state.moved = heard
  }

  failAt(fault: CentreFault | null): void {
    this.#state.fault = fault
  }

  /** One request, to its end; null when the server was killed before it could answer. */
  async handle({ method, path, headers, body }: Sent): Promise<Answered | null> {
    this.#state.serves = true
    const answer = await this.#app.inject({ method, url: path, headers, ...(body && { payload: body }) })
    this.#state.serves = false
    if (this.#state.killed) {
      this.#state.killed = false
      this.#rollBack()
      return null
    }
    return { status: answer.statusCode, headers: answer.headers as Answered['headers'], body: answer.rawPayload }
  }

  #rollBack(): void {
    this.#state.broken = false
    this.#state.inTransaction = false
    this.#pool.run('ROLLBACK')
  }

  /** What every table holds now is what `restore` brings back. `name`: several may be kept. */
  keep(name: string): void {
    this.#pool.run('BEGIN')
    for (const { table, columns } of this.#tables()) {
      this.#pool.run(`DELETE FROM ${this.#schema(name)}.${table}`)
      this.#pool.run(`INSERT INTO ${name}.${table} (${columns}) SELECT ${columns} FROM public.${table}`)
    }
    this.#pool.run('COMMIT')
  }

  readonly #schemas = new Set<string>()
  /** Made once for each name: a new table makes PostgreSQL forget every plan. */
  #schema(name: string): string {
    if (this.#schemas.has(name)) return name
    this.#schemas.add(name)
    this.#pool.run(`CREATE SCHEMA ${name}`)
    for (const { table } of this.#tables())
      this.#pool.run(`CREATE UNLOGGED TABLE ${name}.${table} AS SELECT * FROM public.${table} WHERE false`)
    return name
  }

  restore(name: string): void {
    this.#state.killed = false
    this.#state.broken = false
    this.#state.fault = null
    this.#pool.run('BEGIN')
    for (const { table, columns } of this.#tables()) {
      this.#pool.run(`DELETE FROM public.${table}`)
      this.#pool.run(`INSERT INTO public.${table} (${columns}) SELECT ${columns} FROM ${name}.${table}`)
    }
    this.#pool.run('COMMIT')
  }

  /** Clears away what deleted rows leave behind. */
  vacuum(): void {
    const tables = this.#tables().map(({ table }) => table)
    const all = ['public', ...this.#schemas].flatMap((schema) => tables.map((table) => `${schema}.${table}`))
    this.#pool.run(`VACUUM ${all}`)
  }

  #known: readonly { readonly table: string; readonly columns: string }[] | null = null
  #tables() {
    this.#known ??= this.#pool.run(tablesOfServer).rows.map(({ table, columns }) => ({
      table: `"${table}"`,
      columns: String(columns),
    }))
    return this.#known
  }

  async close(): Promise<void> {
    await this.#app.close()
    await this.#pool.end()
  }
}

/** Nothing has to survive this process: no log is written ahead. Rolling back and savepoints need none. */
function unlog(pool: PGlitePool): void {
  const { rows } = pool.run(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`,
  )
  for (const { name } of rows) pool.run(`ALTER TABLE "${name}" SET UNLOGGED`)
}

const tablesOfServer = `SELECT c.table_name AS "table", string_agg('"' || c.column_name || '"', ',' ORDER BY c.ordinal_position) AS columns
  FROM information_schema.columns c JOIN pg_class t ON t.relname = c.table_name AND t.relnamespace = 'public'::regnamespace
  WHERE c.table_schema = 'public' AND c.is_generated = 'NEVER' AND t.relkind IN ('r', 'p') AND NOT t.relispartition
    AND c.table_name NOT IN ('migrations', 'centre_keys')
  GROUP BY c.table_name ORDER BY c.table_name`

/** What stands between the server and its database. */
class State {
  now: number
  fault: CentreFault | null = null
  killed = false
  /** A request is under way: only then does anything fail. */
  serves = false
  /** The connection of the running transaction is gone. */
  broken = false
  inTransaction = false
  moved: (scope: string) => void = () => {}

  constructor(now: number) {
    this.now = now
  }

  before(sql: string): void {
    if (this.killed) throw new Killed()
    if (sql === 'rollback') this.broken = false
    if (this.broken) throw lost()
    const fault = this.serves ? this.fault : null
    if (fault?.kind !== 'killed' && fault?.kind !== 'connection-lost') return
    fault.left -= 1
    if (fault.left <= 0) this.#fail(fault)
  }

  after(sql: string, values: readonly unknown[]): void {
    if (sql.includes('pg_notify')) for (const scope of [values[1]].flat()) this.moved(String(scope))
    if (sql === 'begin') this.inTransaction = true
    if (sql === 'commit' || sql === 'rollback') this.inTransaction = false
    const fault = this.serves ? this.fault : null
    if (sql !== 'commit' || (fault?.kind !== 'killed-after-commit' && fault?.kind !== 'connection-lost-after-commit'))
      return
    fault.left -= 1
    if (fault.left <= 0) this.#fail(fault)
  }

  #fail(fault: CentreFault): never {
    this.fault = null
    fault.then()
    if (fault.kind.startsWith('killed')) {
      this.killed = true
      throw new Killed()
    }
    this.broken = this.inTransaction
    throw lost()
  }
}
