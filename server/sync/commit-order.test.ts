import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Db } from '../database/open-database.ts'
import { ACentre, scope } from '../testing/a-centre.ts'
import type { ADevice } from '../testing/a-device.ts'
import { databases } from '../testing/databases.ts'
import { writeRow } from './write-row.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

// An embedded database has one connection: nobody can overtake anybody in it.
const postgres = (await databases()).find(({ name }) => name === 'PostgreSQL')

let centre: ACentre
let device: ADevice
beforeAll(async () => {
  if (!postgres) return
  centre = await ACentre.open(postgres)
  device = await centre.device()
})
afterAll(() => centre?.close())

/** A transaction that writes one row of the scope and then waits to be let go. */
function slowWriter(db: Db, id: string) {
  const wrote = Promise.withResolvers<void>()
  const mayCommit = Promise.withResolvers<void>()
  const committed = db.transaction().execute(async (trx) => {
    const row = { id, scope, username: id, name: id, code: id, roles: ['kelurahan'], active: true }
    await writeRow(trx, { scope, entity: 'staff', id, row }, '2026-11-24T02:00:00.000Z')
    wrote.resolve()
    await mayCommit.promise
  })
  return { wrote: wrote.promise, letGo: mayCommit.resolve, committed }
}

/** Somebody waits for a lock of this database that another one holds. */
async function someoneWaits(db: Db): Promise<boolean> {
  const { rows } = await sql<{ n: number }>`SELECT count(*)::int AS n FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%"scopes"%'`.execute(db)
  return (rows[0]?.n ?? 0) > 0
}

test.skipIf(!postgres)(
  'a transaction that began to write earlier and commits later is not skipped by a cursor read in between (needs PostgreSQL: two connections)',
  async () => {
    const { db } = centre.server.centre
    let { cursor } = await device.copy()
    const seen: string[] = []
    const read = async () => {
      const page = await device.changes(cursor)
      cursor = page.end.cursor
      seen.push(...page.rows.map(({ id }) => id))
    }
    const early = slowWriter(db, 'early')
    await early.wrote
    const late = slowWriter(db, 'late')
    late.letGo()
    let lateIsThrough = false
    void late.committed.then(() => {
      lateIsThrough = true
    })
    // It waits for the first one, or it overtook it: whichever, a device reads now.
    await expect.poll(async () => lateIsThrough || (await someoneWaits(db)), { timeout: 30_000 }).toBe(true)
    await read()
    early.letGo()
    await Promise.all([early.committed, late.committed])
    await read()
    await read()
    expect(seen).toEqual(['early', 'late'])
  },
)
