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
  /** Two server processes are behind it, which take the requests in turns. */
  readonly twoProcesses?: true
  open(): Promise<TestDatabase>
}

const pglite: DatabaseKind = { name: 'PGlite', open: async () => ({ config: {}, drop: async () => {} }) }

const user = userInfo().username

/** Where PostgreSQL is looked for, in that order. */
export const likelyUrls: readonly string[] = [
  ...(process.env.DATABASE_URL ? [process.env.DATABASE_URL] : []),
  `postgres://${user}@127.0.0.1:5432/test`,
]

const howToStart =
  `docker run --rm -p 5432:5432 -e POSTGRES_USER=${user} -e POSTGRES_DB=test -e POSTGRES_HOST_AUTH_METHOD=trust postgres:17` +
  ' (or set DATABASE_URL)'

/**
 * The databases that the server's tests run on: PGlite always, PostgreSQL where one of these addresses answers. Where none does, the tests say so in
 * their name and on stderr, with how to start one, and do not count as run on it.
 */
export async function databases(
  urls = likelyUrls,
  say: (text: string) => void = toStderr,
): Promise<readonly DatabaseKind[]> {
  for (const url of urls) if (await answers(url)) return [pglite, { name: 'PostgreSQL', open: () => openSchema(url) }]
  say(`These tests run on PGlite alone; they need PostgreSQL as well. To start one: ${howToStart}`)
  return [{ ...pglite, name: `PGlite alone (needs PostgreSQL as well: ${howToStart})` }]
}

/** The same, and PostgreSQL a second time behind two server processes: for tests that ask a whole centre. */
export async function centres(): Promise<readonly DatabaseKind[]> {
  const kinds = await databases()
  const shared = kinds.filter(({ name }) => name === 'PostgreSQL')
  return [
    ...kinds,
    ...shared.map((one) => ({ ...one, name: 'two processes on PostgreSQL', twoProcesses: true as const })),
  ]
}

const toStderr = (text: string) => void process.stderr.write(`${text}\n`)

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    // No PostgreSQL there: the name of the tests says so when there is none anywhere.
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
