import { Kysely, SqliteDialect } from 'kysely'
import { DatabaseTrouble, troubleOf } from '../usecases/database-trouble.ts'
import { NoRoom, takeBackup } from './backup/take-backup.ts'
import { cachedStatements } from './cached-statements.ts'
import { knowsItsDevice, lookOver } from './check-database.ts'
import { type ConnectOptions, connect, type Sqlite } from './connect.ts'
import { checkLog, checkPresence, checkWholeness, keyCheckMatches, replaceKeyCheck } from './database-file.ts'
import { giveRoomBack } from './give-room-back.ts'
import type { ReadDb, WriteDb } from './handles.ts'
import { LastNumber } from './last-number.ts'
import { LogMover } from './log-mover.ts'
import { type Migration, migrate, pendingOf } from './migrate.ts'
import { migrations } from './migrations.ts'
import { OneAtATime } from './one-at-a-time.ts'
import { putInPlace } from './put-in-place.ts'
import type { Schema } from './schema.ts'
import type { Prepared, Store } from './store.ts'

export interface OpenOptions extends ConnectOptions {
  readonly now: string
}

/**
 * Opens or makes the encrypted database and brings it to the newest schema. A database that was made ready takes its place first (put-in-place.ts). Throws DatabaseTrouble: key-wrong,
 * damaged, newer, disk-full, locked; update-failed where the new schema cannot be made: then the database is as it was.
 */
export async function openStore(options: OpenOptions, list: readonly Migration[] = migrations): Promise<Store> {
  try {
    putInPlace(options.file, options.now)
    return await open(options, list)
  } catch (cause) {
    const trouble = troubleOf(cause)
    if (trouble === 'damaged' && !keyCheckMatches(options.file, options.key))
      throw new DatabaseTrouble('key-wrong', cause)
    if (trouble) throw new DatabaseTrouble(trouble, cause)
    throw cause
  }
}

async function open(options: OpenOptions, list: readonly Migration[]): Promise<Store> {
  checkPresence(options.file)
  checkLog(options.file)
  const writer = connect(options, false)
  try {
    checkWholeness(options.file, numberOf(writer, 'page_count'), numberOf(writer, 'page_size'))
    giveRoomBack(writer)
    writer.pragma('journal_mode = WAL')
    replaceKeyCheck(options.file, options.key)
    lookOver(writer)
    checkDevice(options.file, writer)
    const write = new OpenDb(writer)
    await update(options, write, list)
    return storeOf(options, writer, write)
  } catch (cause) {
    writer.close()
    throw cause
  }
}

/** Acts were acknowledged here by a device that this database has never heard of: its log is gone, and with it everything since its beginning. */
function checkDevice(file: string, db: Sqlite): void {
  const last = new LastNumber(file).read() ?? 0
  if (last > 0 && !knowsItsDevice(db))
    throw new DatabaseTrouble('damaged', new Error('the database is of a time before the device'))
}

/** A database that holds something is copied before its tables change. No room for that keeps nobody from working: the change is one transaction. */
async function update(options: OpenOptions, write: OpenDb, list: readonly Migration[]): Promise<void> {
  const pending = await pendingOf(write, list)
  if (pending.length === 0) return
  if (pending.length < list.length)
    await takeBackup(options, 'before-update', options.now).catch((cause: unknown) => {
      if (!(cause instanceof NoRoom) && troubleOf(cause) !== 'disk-full') throw cause
    })
  try {
    await migrate(write, list, options.now)
  } catch (cause) {
    throw troubleOf(cause) ? cause : new DatabaseTrouble('update-failed', cause)
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
  const lastNumber = new LastNumber(options.file)
  let noted: number | null = null
  const noteAfter = async <T>(run: Promise<T>): Promise<T> => {
    noted = null
    const result = await run
    if (noted !== null) lastNumber.write(noted)
    return result
  }
  const read: ReadDb = new OpenDb(reader)
  return {
    read,
    inTransaction: (run) => turns.take(() => noteAfter(transaction(writer, () => run(write)))),
    lastNumber,
    noteLast: (position) => {
      noted = position
    },
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
        lastNumber.close()
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
