import { copyFileSync, existsSync, mkdirSync, statSync, truncateSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'

/** The process of a device is gone: nothing that it still does reaches its disk. */
export class Crashed extends Error {}

/** What happens on the disk of one device, told as it happens. */
export interface DiskEvents {
  began(): void
  wrote(sql: string, values: readonly unknown[]): void
  committed(): void
}

interface Plan {
  readonly kind: 'statement' | 'commit' | 'torn-commit'
  left: number
  then(): void
}

/**
 * The disk of one device: its database file, and what may go wrong with it. Statements of the engine's own connections pass here; SQLite itself is the real
 * one. After `die` nothing passes any more, and what was not committed is lost as when the process is killed.
 */
export class Disk {
  readonly file: string
  readonly #handles = new Set<Database.Database>()
  readonly #events: DiskEvents
  #dead = false
  #plan: Plan | null = null
  /** Bytes of the log before the COMMIT that is to be torn. */
  #wholeLog = 0
  /** Statements seen, of all connections: whoever waits for quiet looks at it. */
  static statements = 0

  constructor(file: string, events: DiskEvents) {
    this.file = file
    this.#events = events
    disks.set(file, this)
  }

  /** The next write transaction but `left` statements dies; or the next but `left` ones right after its COMMIT, or in the middle of it. */
  crashAt(kind: Plan['kind'], left: number, then: () => void): void {
    this.#plan = { kind, left, then }
  }

  /** Real: SQLite itself says SQLITE_FULL as soon as the file would grow. `false`: there is room again. */
  full(on: boolean): void {
    for (const db of this.#handles) {
      if (db.readonly) continue
      const pages = Number(pragmas.call(db, 'page_count', { simple: true }))
      pragmas.call(db, `max_page_count = ${on ? pages : 1_073_741_823}`)
    }
  }

  die(): void {
    this.#dead = true
  }

  /** What is on the disk now, in another file: where a COMMIT is torn, with such a part (0 … 1) of what it adds to the log. */
  copyTo(file: string, tear: number | null = null): void {
    copyDatabase(this.file, file)
    if (tear !== null)
      truncateSync(`${file}-wal`, this.#wholeLog + Math.floor(tear * (this.#logSize() - this.#wholeLog)))
  }

  #logSize(): number {
    return statSync(`${this.file}-wal`, { throwIfNoEntry: false })?.size ?? 0
  }

  /** Lets go of the files. */
  close(): void {
    this.#dead = true
    disks.delete(this.file)
    for (const db of this.#handles) db.close()
    this.#handles.clear()
  }

  opened(db: Database.Database): void {
    this.#handles.add(db)
  }

  statement(db: Database.Database, sql: string, values: readonly unknown[]): void {
    Disk.statements += 1
    if (this.#dead) throw new Crashed()
    if (!db.inTransaction || db.readonly) return
    this.#happen('statement')
    if (/^\s*(insert|update|delete)/i.test(sql)) this.#events.wrote(sql, Array.isArray(values[0]) ? values[0] : values)
  }

  /** Before and after BEGIN, COMMIT and ROLLBACK. */
  order(sql: string): void {
    Disk.statements += 1
    if (this.#dead) throw new Crashed()
    if (sql.startsWith('BEGIN')) this.#events.began()
    if (this.#plan?.kind === 'torn-commit') this.#wholeLog = this.#logSize()
  }
  ordered(sql: string): void {
    if (sql !== 'COMMIT') return
    // A log that is written from its beginning again does not grow: then the next COMMIT is torn.
    if (this.#plan?.kind === 'torn-commit' && this.#logSize() > this.#wholeLog) this.#happen('torn-commit')
    this.#events.committed()
    this.#happen('commit')
  }

  #happen(kind: Plan['kind']): void {
    const plan = this.#plan
    if (plan?.kind !== kind) return
    plan.left -= 1
    if (plan.left > 0) return
    this.#plan = null
    this.#dead = true
    plan.then()
    throw new Crashed()
  }
}

/** The files of a database, as they lie there. */
export function copyDatabase(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true })
  for (const part of ['', '.check', '-wal']) if (existsSync(from + part)) copyFileSync(from + part, to + part)
}

const disks = new Map<string, Disk>()
const pragmas = Database.prototype.pragma

/** Puts the disks between better-sqlite3 and SQLite, once for this process. Nothing waits for the platter: a simulated power cut is simulated. */
export function tapSqlite(): void {
  const { exec } = Database.prototype
  Database.prototype.pragma = function (this: Database.Database, source, options) {
    disks.get(this.name)?.opened(this)
    return pragmas.call(this, source === 'synchronous = FULL' ? 'synchronous = OFF' : source, options)
  }
  Database.prototype.exec = function (this: Database.Database, sql) {
    const disk = disks.get(this.name)
    disk?.order(sql)
    exec.call(this, sql)
    disk?.ordered(sql)
    return this
  }
  const probe = new Database(':memory:')
  const statements = Object.getPrototypeOf(probe.prepare('SELECT 1')) as Record<
    string,
    (...values: unknown[]) => unknown
  >
  probe.close()
  for (const name of ['run', 'all', 'get', 'iterate']) {
    const real = statements[name] as (...values: unknown[]) => unknown
    statements[name] = function (this: Database.Statement, ...values: unknown[]) {
      disks.get(this.database.name)?.statement(this.database, this.source, values)
      return real.apply(this, values)
    }
  }
}
