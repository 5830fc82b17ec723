import { type Kysely, sql } from 'kysely'
import { expect, test } from 'vitest'
import { databases } from '../../testing/databases.ts'
import { openDatabase } from '../open-database.ts'
import type { Tables } from '../tables.ts'
import { up } from './0003-figures.ts'

/** As 0002 left it. */
async function before(db: Kysely<Tables>): Promise<void> {
  for (const column of ['state', 'arrived_at', 'accepted_at', 'ended_at'])
    await sql.raw(`ALTER TABLE rows DROP COLUMN ${column}`).execute(db)
  await sql`ALTER TABLE lookups DROP COLUMN staff_id`.execute(db)
}

const rows: readonly (readonly [entity: string, id: string, row: object | null])[] = [
  ['card', 'k-1', { state: 'ready', arrivedAt: '2026-11-20T03:00:00.000Z' }],
  ['application', 'a-1', { status: 'VERIFIKASI', acceptedAt: '2026-11-20T02:00:00.000Z', fulfilledAt: null }],
  ['application', 'a-2', { status: 'DITOLAK', acceptedAt: null, fulfilledAt: '2026-11-22', cancelledAt: '2026-11-21' }],
  ['household', 'h-1', { state: 'of no interest' }],
  ['card', 'gone', null],
]

test.each(await databases())('rows of before get what is counted of them, on $name', async (kind) => {
  const { config, drop } = await kind.open()
  const { databaseUrl: url, databaseSchema: schema } = config
  const { db, close } = await openDatabase({ url, schema }, '2026-11-24T02:00:00.000Z')
  await before(db)
  for (const [seq, [entity, id, row]] of rows.entries())
    await db
      .insertInto('rows')
      .values({ scope: 's', entity, id, version: 1, seq, row: row && JSON.stringify(row) })
      .execute()
  await up(db)
  const found = await db
    .selectFrom('rows')
    .select(['id', 'state', 'arrived_at as arrived', 'accepted_at as accepted', 'ended_at as ended'])
    .orderBy('seq')
    .execute()
  const nothing = { state: null, arrived: null, accepted: null, ended: null }
  expect(found).toEqual([
    { ...nothing, id: 'k-1', state: 'ready', arrived: '2026-11-20T03:00:00.000Z' },
    { ...nothing, id: 'a-1', state: 'VERIFIKASI', accepted: '2026-11-20T02:00:00.000Z' },
    { ...nothing, id: 'a-2', state: 'DITOLAK', ended: '2026-11-21' },
    { ...nothing, id: 'h-1' },
    { ...nothing, id: 'gone' },
  ])
  await close()
  await drop()
})
