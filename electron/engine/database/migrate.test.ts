import Database from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { expect, test } from 'vitest'
import { migrate } from './migrate.ts'
import { migrations } from './migrations.ts'
import type { Schema } from './schema.ts'

const now = '2026-11-24T02:00:00.000Z'
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

test('a migration that fails leaves nothing behind and is not called done', async () => {
  const db = memory()
  const broken = {
    name: '0002-broken',
    up: async (trx: Kysely<Schema>) => {
      await trx.schema.createTable('half').addColumn('a', 'text').execute()
      throw new Error('no')
    },
  }
  await expect(migrate(db, [...migrations.slice(0, 1), broken], now)).rejects.toThrow('no')
  const tables = await db.introspection.getTables()
  expect(tables.map(({ name }) => name)).not.toContain('half')
  expect((await db.selectFrom('migration').select('name').execute()).map(({ name }) => name)).toEqual([
    '0001-first-tables',
  ])
  await db.destroy()
})
