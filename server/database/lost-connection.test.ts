import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { databases } from '../testing/databases.ts'
import { openDatabase } from './open-database.ts'

const postgres = (await databases()).find(({ name }) => name === 'PostgreSQL')

test.skipIf(!postgres)(
  'a connection that is lost between two statements fails the next one, and the process goes on (needs PostgreSQL)',
  async () => {
    if (!postgres) return
    const { config, drop } = await postgres.open()
    const { databaseUrl: url, databaseSchema: schema } = config
    const database = await openDatabase({ url, schema }, '2026-11-24T02:00:00.000Z')
    const { db } = database
    const isThere = async (pid: number) =>
      (await sql`SELECT 1 FROM pg_stat_activity WHERE pid = ${pid}`.execute(db)).rows.length > 0
    const torn = db.transaction().execute(async (trx) => {
      const { rows } = await sql<{ pid: number }>`SELECT pg_backend_pid() AS pid`.execute(trx)
      const pid = rows[0]?.pid ?? 0
      await sql`SELECT pg_terminate_backend(${pid})`.execute(db)
      while (await isThere(pid)) await new Promise(setImmediate)
      await sql`SELECT 1`.execute(trx)
    })
    await expect(torn).rejects.toThrow()
    expect((await sql`SELECT 1 AS one`.execute(db)).rows).toEqual([{ one: 1 }])
    await database.close()
    await drop()
  },
)
