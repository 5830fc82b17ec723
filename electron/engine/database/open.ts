import Database from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { DatabaseTrouble, troubleOf } from '../usecases/database-trouble.ts'
import { cachedStatements } from './cached-statements.ts'
import { checkPresence, checkWholeness, keyCheckMatches, writeKeyCheck } from './database-file.ts'
import type { ReadDb, WriteDb } from './handles.ts'
import { migrate } from './migrate.ts'
import { migrations } from './migrations.ts'
import { OneAtATime } from './one-at-a-time.ts'
import type { Schema } from './schema.ts'
import type { Prepared, Store } from './store.ts'

export interface OpenOptions {
  readonly file: string
  /** 32 random bytes, used as they are (no key derivation): opening takes about a millisecond. */
  readonly key: Uint8Array
  /** Absolute path of the add-on where the shipped one cannot be loaded (Node-API below 10). */
  readonly sqliteBinding: string | undefined
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
    return storeOf(writer, write, connect(options, true))
  } catch (cause) {
    writer.close()
    throw cause
  }
}

const numberOf = (db: Database.Database, pragma: string) => Number(db.pragma(pragma, { simple: true }))

function connect({ file, key, sqliteBinding }: OpenOptions, readonly: boolean): Database.Database {
  const native = Number(process.versions.napi) < 10 && sqliteBinding ? { nativeBinding: sqliteBinding } : {}
  const db = new Database(file, { readonly, timeout: 5000, ...native })
  try {
    // The cipher must be named before the key; the key is a literal because PRAGMA takes no parameters.
    db.pragma("cipher = 'chacha20'")
    db.pragma(`key = "x'${Buffer.from(key).toString('hex')}'"`)
    for (const setting of settings) db.pragma(setting)
    return db
  } catch (cause) {
    db.close()
    throw cause
  }
}

/** synchronous=FULL: what was acknowledged is on the disk. temp_store=MEMORY: temporary files would not be encrypted. */
const settings = [
  'temp_store = MEMORY',
  'synchronous = FULL',
  'secure_delete = ON',
  'trusted_schema = OFF',
  'foreign_keys = ON',
  'cache_size = -16000',
]

/** Kysely for what is asked rarely, `direct` for what every hand-over asks; both on the same prepared statements. */
class OpenDb extends Kysely<Schema> {
  readonly direct: ReadDb['direct']

  constructor(db: Database.Database) {
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

function storeOf(writer: Database.Database, write: WriteDb, reader: Database.Database): Store {
  const turns = new OneAtATime()
  const prepared = cachedStatements(writer)
  const read: ReadDb = new OpenDb(reader)
  return {
    read,
    inTransaction: (run) => turns.take(() => transaction(writer, () => run(write))),
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
    close: () =>
      turns.take(async () => {
        reader.close()
        writer.close()
      }),
  }
}

async function transaction<T>(db: Database.Database, run: () => Promise<T>): Promise<T> {
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
