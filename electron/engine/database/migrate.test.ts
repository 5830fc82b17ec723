import Database from 'better-sqlite3'
import { Kysely, SqliteDialect, sql } from 'kysely'
import { expect, test } from 'vitest'
import { aCard } from '../testing/rows.ts'
import { migrate } from './migrate.ts'
import { migrations } from './migrations.ts'
import { cardColumns, cardValues } from './projections/projected-columns.ts'
import type { Schema } from './schema.ts'

const now = '2026-11-24T02:00:00.000Z'
const handedOver = {
  handoverId: 'h-1',
  receiptNumber: '0001/BST/3578071004-02/2026',
  collectorName: 'Warga',
  collectorKind: 'self',
  staffName: 'Petugas rini',
  staffCode: 'KTB-RINI',
  deviceCode: '02',
} as const

const memory = () => new Kysely<Schema>({ dialect: new SqliteDialect({ database: new Database(':memory:') }) })

test('each migration runs once, in order, and brings rows of the version before along', async () => {
  const db = memory()
  await migrate(db, migrations.slice(0, 1), now)
  await db.insertInto('counter').values({ name: 'receipt', value: 231 }).execute()
  await migrate(db, migrations, now)
  await migrate(db, migrations, now)
  const done = await db.selectFrom('migration').select('name').orderBy('name').execute()
  expect(done.map(({ name }) => name)).toEqual(migrations.map(({ name }) => name))
  expect(await db.selectFrom('counter').selectAll().execute()).toEqual([{ name: 'receipt', value: 231 }])
  await db.destroy()
})

test('cards of the version before are sorted as those that come after it', async () => {
  const db = memory()
  await migrate(db, migrations.slice(0, 6), now)
  const placed = aCard('k-1', { place: { rack: 'B', box: '12', number: '3' }, remindedAt: now })
  const given = aCard('k-2', { place: null, state: 'handed-over', handedOver: { ...handedOver, at: now } })
  for (const [key, card] of [placed, given].entries()) {
    const row = { entity: 'card', id: card.id, scope: card.scope, version: 1, row: JSON.stringify(card), epoch: 0 }
    await db.insertInto('replica').values(row).execute()
    const values: Record<string, string | null> = Object.fromEntries(
      cardColumns.map((column, at) => [column, cardValues(card)[at] ?? null]),
    )
    const {
      age_at: _,
      reminded_at: __,
      shelf: ___,
      ...old
    }: Record<string, unknown> = { ...values, id: card.id, key, centre: 'recorded' }
    await sql`INSERT INTO card (${sql.join(Object.keys(old).map((name) => sql.id(name)))}) VALUES (${sql.join(Object.values(old))})`.execute(
      db,
    )
  }
  await migrate(db, migrations, now)
  const shown = await db
    .selectFrom('card')
    .select([...cardColumns])
    .orderBy('id')
    .execute()
  expect(shown.map((row) => Object.values(row))).toEqual([cardValues(placed), cardValues(given)])
  await db.destroy()
})

test('a migration that fails leaves nothing behind, nor do those that went well before it: the older program goes on', async () => {
  const db = memory()
  const broken = {
    name: '0004-broken',
    up: async (trx: Kysely<Schema>) => {
      await trx.schema.createTable('half').addColumn('a', 'text').execute()
      throw new Error('no')
    },
  }
  const good = migrations.slice(0, 3)
  await migrate(db, good.slice(0, 1), now)
  await expect(migrate(db, [...good, broken], now)).rejects.toThrow('no')
  const tables = await db.introspection.getTables()
  expect(tables.map(({ name }) => name)).not.toContain('half')
  expect((await db.selectFrom('migration').select('name').execute()).map(({ name }) => name)).toEqual([
    '0001-first-tables',
  ])
  await db.destroy()
})

test('a draft holds one document for each requirement, from migration 0015 on', async () => {
  const db = memory()
  const before = migrations.findIndex(({ name }) => name.startsWith('0015'))
  await migrate(db, migrations.slice(0, before), now)
  await db.insertInto('counter').values({ name: 'receipt', value: 231 }).execute()
  await migrate(db, migrations, now)
  const document = {
    ...{ id: 'f-1', draft_id: 'd-1', requirement_id: 'kk', sha256: 'ab', size: 2, pages: 1, dpi: 200, grey: 0 },
    ...{ made_at: now, staff_id: 'rini', bytes: Buffer.from('hi') },
  }
  await db.insertInto('draft_document').values(document).execute()
  await expect(
    db
      .insertInto('draft_document')
      .values({ ...document, id: 'f-2' })
      .execute(),
  ).rejects.toThrow('UNIQUE')
  await db.destroy()
})
