import { randomBytes } from 'node:crypto'
import { userInfo } from 'node:os'
import pg from 'pg'
import type { ServerConfig } from '../config.ts'

/** A database of its own for one test file; gone after `drop`. */
export interface TestDatabase {
  readonly config: ServerConfig
  drop(): Promise<void>
}

export interface DatabaseKind {
  readonly name: string
  open(): Promise<TestDatabase>
}

const pglite: DatabaseKind = { name: 'PGlite', open: async () => ({ config: {}, drop: async () => {} }) }

/**
 * The databases that the server's tests run on: PGlite always, PostgreSQL where it can be reached (DATABASE_URL, or the database `test` of this
 * machine). Where it cannot, the tests say in their name that they need it, and do not count as run on it.
 */
export async function databases(): Promise<readonly DatabaseKind[]> {
  const url = process.env.DATABASE_URL || `postgres://${userInfo().username}@127.0.0.1:5432/test`
  if (await answers(url)) return [pglite, { name: 'PostgreSQL', open: () => openSchema(url) }]
  return [{ ...pglite, name: 'PGlite alone (needs PostgreSQL as well: start it and set DATABASE_URL)' }]
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    // No PostgreSQL here: the name of the tests says so.
    return false
  }
}

async function openSchema(url: string): Promise<TestDatabase> {
  const schema = `loket_test_${randomBytes(6).toString('hex')}`
  await run(url, `CREATE SCHEMA ${schema}`)
  return { config: { databaseUrl: url, databaseSchema: schema }, drop: () => run(url, `DROP SCHEMA ${schema} CASCADE`) }
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
