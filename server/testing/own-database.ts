import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { Mistake } from '../mistake.ts'
import { likelyUrls } from './databases.ts'

/** A database of its own in a PostgreSQL cluster. */
export interface OwnDatabase {
  readonly url: string
  readonly name: string
  /** One statement from outside of the server's own connections. */
  ask<T extends pg.QueryResultRow>(statement: string): Promise<readonly T[]>
  drop(): Promise<void>
}

/** How the connection calls itself that `ask` uses. */
export const watcher = 'loket-watcher'

/** Made in the cluster of this address, or of the first likely one that answers. Throws a `Mistake` when none does. */
export async function ownDatabase(wanted: string | null = null): Promise<OwnDatabase> {
  for (const url of wanted === null ? likelyUrls : [wanted]) {
    const cluster = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
    const reached = await cluster.connect().then(
      () => true,
      () => false,
    )
    if (reached) return makeIn(cluster, url)
  }
  throw new Mistake('This needs PostgreSQL, and none answers: give one with DATABASE_URL.')
}

async function makeIn(cluster: pg.Client, clusterUrl: string): Promise<OwnDatabase> {
  const name = `loket_own_${randomBytes(4).toString('hex')}`
  await cluster.query(`CREATE DATABASE ${name}`)
  const url = new URL(clusterUrl)
  url.pathname = `/${name}`
  const inside = new pg.Client({ connectionString: url.href, application_name: watcher })
  await inside.connect()
  return {
    url: url.href,
    name,
    ask: async (statement) => (await inside.query(statement)).rows,
    async drop() {
      await inside.end()
      await cluster.query(`DROP DATABASE ${name} WITH (FORCE)`)
      await cluster.end()
    },
  }
}
