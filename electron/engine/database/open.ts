import { Kysely, SqliteDialect } from 'kysely'
import { DatabaseTrouble, troubleOf } from '../usecases/database-trouble.ts'
import { cachedStatements } from './cached-statements.ts'
import { type ConnectOptions, connect, type Sqlite } from './connect.ts'
import { checkPresence, checkWholeness, keyCheckMatches, writeKeyCheck } from './database-file.ts'
import type { ReadDb, WriteDb } from './handles.ts'
import { LogMover } from './log-mover.ts'
import { migrate } from './migrate.ts'
import { migrations } from './migrations.ts'
import { OneAtATime } from './one-at-a-time.ts'
import type { Schema } from './schema.ts'
import type { Prepared, Store } from './store.ts'

export interface OpenOptions extends ConnectOptions {
  readonly now: string
}

/** Opens or makes the encrypted database and brings it to the newest schema. Throws DatabaseTrouble: key-wrong, damaged, newer, disk-full, locked. */
export async function openStore(options: OpenOptions): Promise<Store> {
  try {
    return await open(options)
  } catch (cause) {
    const trouble = troubleOf(cause)
    if (trouble === 'damaged' && !keyCheckMatches(options.file, options.key))
      throw new DatabaseTrouble('key-wrong', cause)
    if (trouble) throw new DatabaseTrouble(trouble, cause)
    throw cause
  }
}

async function open(options: OpenOptions): Promise<Store> {
  checkPresence(options.file)
  const writer = connect(options, false)
  try {
    checkWholeness(options.file, numberOf(writer, 'page_count'), numberOf(writer, 'page_size'))
    writer.pragma('journal_mode = WAL')
    writeKeyCheck(options.file, options.key)
    const write = new OpenDb(writer)
    await migrate(write, migrations, options.now)
    return storeOf(options, writer, write)
  } catch (cause) {
    writer.close()
    throw cause
  }
}

const numberOf = (db: Sqlite, pragma: string) => Number(db.pragma(pragma, { simple: true }))

/** Kysely for what is asked rarely, `direct` for what every hand-over asks; both on the same prepared statements. */
class OpenDb extends Kysely<Schema> {
  readonly direct: ReadDb['direct']

  constructor(db: Sqlite) {
    const statements = cachedStatements(db)
    super({ dialect: new SqliteDialect({ database: statements }) })
    this.direct = (sql, values) => {
      const statement = statements.prepare(sql)
      if (statement.reader) return statement.all(values)
      statement.run(values)
      return []
    }
  }
}

function storeOf(options: ConnectOptions, writer: Sqlite, write: WriteDb): Store {
  const reader = connect(options, true)
  const movers = new Set<LogMover>()
  const turns = new OneAtATime()
  const prepared = cachedStatements(writer)
  const read: ReadDb = new OpenDb(reader)
  return {
    read,
    inTransaction: (run) => turns.take(() => transaction(writer, () => run(write))),
    inTurn: (run) =>
      turns.take(() => withoutSync(writer, () => transaction(writer, () => run(write, () => turns.awaited)))),
    prepare: (sql): Prepared => {
      const statement = prepared.prepare(sql)
      return {
        run: (...values) => {
          const { changes, lastInsertRowid } = statement.run(values)
          return { changes: Number(changes), lastId: Number(lastInsertRowid) }
        },
        all: (...values) => statement.all(values),
      }
    },
    moveLog: (onTrouble) => {
      const mover = new LogMover(writer, options, onTrouble)
      movers.add(mover)
      return mover
    },
    close: () =>
      turns.take(async () => {
        for (const mover of movers) await mover.end()
        reader.close()
        writer.close()
      }),
  }
}

/** In the log the commits stay in their order; one that is waited for brings those before it to the disk. */
async function withoutSync<T>(db: Sqlite, run: () => Promise<T>): Promise<T> {
  const usual = numberOf(db, 'synchronous')
  if (usual > 1) db.pragma('synchronous = NORMAL')
  try {
    return await run()
  } finally {
    db.pragma(`synchronous = ${usual}`)
  }
}

async function transaction<T>(db: Sqlite, run: () => Promise<T>): Promise<T> {
  db.exec('BEGIN IMMEDIATE')
  try {
    const result = await run()
    db.exec('COMMIT')
    return result
  } catch (cause) {
    // A full disk may have rolled back by itself.
    if (db.inTransaction) db.exec('ROLLBACK')
    const trouble = troubleOf(cause)
    throw trouble ? new DatabaseTrouble(trouble, cause) : cause
  }
}
