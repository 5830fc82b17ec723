import type { SqliteDatabase, SqliteStatement } from 'kysely'

const keptStatements = 500

/** Kysely prepares anew for every query; here each text is prepared once per connection (least recently used go). */
export function cachedStatements(db: { prepare(sql: string): unknown; close(): unknown }): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>()
  return {
    close: () => {
      db.close()
    },
    prepare: (sql) => {
      const known = kept.get(sql) ?? (db.prepare(sql) as SqliteStatement)
      kept.delete(sql)
      kept.set(sql, known)
      if (kept.size > keptStatements) for (const oldest of [...kept.keys()].slice(0, 1)) kept.delete(oldest)
      return known
    },
  }
}
