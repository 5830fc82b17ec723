import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { databases } from '../testing/databases.ts'
import { askedEverywhere, keptWhole, spreadBy } from '../testing/spread.ts'
import { Statements } from '../testing/statements.ts'
import { openDatabase } from './open-database.ts'

const record = readFileSync(
  new URL('../../docs/adr/0023-hot-tables-spread-by-scope.md', import.meta.url),
  'utf8',
).replaceAll('\\|', '|')

interface Unique {
  readonly table: string
  readonly primary: boolean
  readonly columns: string
}

/** Every table of the schema, its unique indexes and its references to other tables, as PostgreSQL itself knows them. */
async function catalogueOf(kind: Awaited<ReturnType<typeof databases>>[number]) {
  const { config, drop } = await kind.open()
  const { databaseUrl: url, databaseSchema: schema } = config
  const { db, close } = await openDatabase({ url, schema }, '2026-11-24T02:00:00.000Z')
  const here = sql`current_schema()::regnamespace`
  const tables = await sql<{
    name: string
  }>`SELECT relname AS name FROM pg_class WHERE relnamespace = ${here} AND relkind = 'r'`.execute(db)
  const unique = await sql<Unique>`
    SELECT t.relname AS "table", i.indisprimary AS "primary",
      (SELECT string_agg(a.attname, ' ' ORDER BY k.place) FROM unnest(i.indkey) WITH ORDINALITY AS k(attnum, place)
       JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.attnum) AS columns
    FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid
    WHERE t.relnamespace = ${here} AND t.relkind = 'r' AND i.indisunique`.execute(db)
  const references = await sql<{
    name: string
  }>`SELECT conname AS name FROM pg_constraint WHERE contype = 'f' AND connamespace = ${here}`.execute(db)
  const kinds = await sql<{ table: string; kind: string }>`
    SELECT t.relname AS "table", format_type(a.atttypid, a.atttypmod) || ' ' || c.collname AS kind FROM pg_attribute a
    JOIN pg_class t ON t.oid = a.attrelid JOIN pg_collation c ON c.oid = a.attcollation
    WHERE t.relnamespace = ${here} AND t.relkind = 'r' AND a.attname IN ('scope', 'home_scope')`.execute(db)
  await close()
  await drop()
  return {
    tables: tables.rows.map(({ name }) => name),
    unique: unique.rows,
    references: references.rows,
    kinds: kinds.rows,
  }
}

test.each(await databases())(
  'every table is spread by its scope or kept whole, and no key or reference reaches across, on $name',
  async (kind) => {
    const { tables, unique, references, kinds } = await catalogueOf(kind)
    expect(tables.toSorted()).toEqual([...Object.keys(spreadBy), ...keptWhole].toSorted())
    expect(references).toEqual([])
    for (const [table, by] of Object.entries(spreadBy)) {
      const own = unique.filter((one) => one.table === table)
      expect([table, own.find(({ primary }) => primary)?.columns.split(' ')[0]]).toEqual([table, by])
      for (const { columns } of own) expect(columns.split(' ')).toContain(by)
      // Tables lie together only when the column is of one type and one order in all of them.
      expect(kinds.filter((one) => one.table === table).map((one) => one.kind)).toContain('text C')
    }
  },
)

test('the record of decisions has the commands that spread these tables, and the reasons for what is asked everywhere', () => {
  for (const [table, by] of Object.entries(spreadBy)) {
    const together = table === 'scopes' ? "'none'" : "'scopes'"
    expect(record).toContain(`SELECT create_distributed_table('${table}', '${by}', colocate_with => ${together});`)
  }
  for (const { what, when, why } of askedEverywhere) expect(record).toContain(`| ${what} | ${when} | ${why} |`)
  for (const table of keptWhole) expect(record).toContain(`\`${table}\``)
})

test('a statement that says not in which scope is noticed, one with its reason is not', () => {
  const statements = new Statements()
  statements.hear('select * from "commands" where "device_id" = $1')
  statements.hear('select * from "commands" where "home_scope" = $1 and "device_id" = $2')
  statements.hear('insert into "audit" ("device_id", "seq") values ($1, $2)')
  statements.hear('insert into "changes" ("scope", "seq") values ($1, $2), ($3, $4)')
  statements.hear('select "row" from "rows" where "entity" = $1 and "id" = $2 and "row" is not null')
  statements.hear('select * from "devices" where "device_id" = $1 for update')
  expect(statements.unexplained).toEqual([
    'select * from "commands" where "device_id" = $',
    'insert into "audit" ("device_id", "seq") values ($)',
    'select * from "devices" where "device_id" = $ for update',
  ])
})
