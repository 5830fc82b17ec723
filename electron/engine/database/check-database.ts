import { type ConnectOptions, connect, type Sqlite } from './connect.ts'

/** Every table with its indexes, read from end to end; each page is proven on the way. Returns what is broken first, null: nothing. Blocks. */
export function checkDatabase(from: ConnectOptions, onProgress: (done: number, total: number) => void): string | null {
  let db: Sqlite | null = null
  try {
    db = connect(from, true)
    const tables = tableNames(db)
    for (const [done, table] of tables.entries()) {
      onProgress(done, tables.length)
      const found = String(db.pragma(`integrity_check('${table}')`, { simple: true }))
      if (found !== 'ok') return `${table}: ${found.slice(0, 200)}`
    }
    return null
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
    if (!/^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(code)) throw cause
    return code
  } finally {
    db?.close()
  }
}

/**
 * What can be looked at in a moment, however large the database is: that every table and index begins, and that the work which only this computer has can be read to its end. Throws
 * what SQLite throws.
 */
export function lookOver(db: Sqlite): void {
  const trees = db
    .prepare<[], { name: string }>('SELECT DISTINCT tbl_name AS name FROM sqlite_schema WHERE rootpage > 0')
    .all()
  for (const { name } of trees) db.prepare(`SELECT 1 FROM "${name}" LIMIT 1`).all()
  if (!trees.some(({ name }) => name === 'sync_state')) return
  db.prepare(unsent).all()
  db.prepare(unsentAudit).all()
}

/** Does it know which device it is? Not yet, in a new one. */
export function knowsItsDevice(db: Sqlite): boolean {
  const there = db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'device'").all()
  return there.length > 0 && db.prepare('SELECT 1 FROM device WHERE identity IS NOT NULL').all().length > 0
}

const unsent = `SELECT sum(length(envelope) + length(coalesce(payload, ''))) FROM command
  WHERE position > coalesce((SELECT CAST(value AS INTEGER) FROM sync_state WHERE name = 'answered-up-to'), 0)`
const unsentAudit = `SELECT sum(length(entry)) FROM audit_entry
  WHERE position > coalesce((SELECT CAST(value AS INTEGER) FROM sync_state WHERE name = 'audit-sent-up-to'), 0)`

const tableNames = (db: Sqlite): string[] =>
  db
    .prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 ORDER BY name")
    .all()
    .map(({ name }) => name)
