import type { PGlite } from '@electric-sql/pglite'
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import pg from 'pg'

type Row = Record<string, unknown>
interface Answered {
  readonly command: string
  readonly rowCount: number
  readonly rows: Row[]
}

/** Sees every statement before and after PostgreSQL does, and may throw in both places. */
export interface Tap {
  before(sql: string): void
  after(sql: string, values: readonly unknown[]): void
}

const int8 = 20
const text = (value: string) => Buffer.from(`${value}\0`)
const short = (value: number) => {
  const bytes = Buffer.alloc(2)
  bytes.writeInt16BE(value)
  return bytes
}
const long = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(value)
  return bytes
}
const message = (kind: string, ...parts: readonly Uint8Array[]) => {
  const size = parts.reduce((sum, part) => sum + part.length, 4)
  return Buffer.concat([Buffer.from(kind), long(size), ...parts])
}
const sync = message('S')
const execute = message('E', text(''), long(0))

/**
 * PGlite spoken to over PostgreSQL's own protocol, with every statement prepared once: a tenth of the time of `query()`, which a simulator asks for by
 * the thousand. One session, held by one client at a time.
 */
export class PGlitePool implements PostgresPool {
  readonly options = {}
  readonly #db: PGlite
  readonly #tap: Tap
  readonly #prepared = new Map<string, { readonly name: string; readonly columns: readonly Column[] }>()
  #free: Promise<unknown> = Promise.resolve()

  constructor(db: PGlite, tap: Tap) {
    this.#db = db
    this.#tap = tap
  }

  async connect(): Promise<PostgresPoolClient> {
    let release = () => {}
    const before = this.#free
    this.#free = new Promise<void>((resolve) => {
      release = resolve
    })
    await before
    const query = async (sql: string, values: readonly unknown[] = []) => {
      this.#tap.before(sql)
      const answered = this.run(sql, values)
      this.#tap.after(sql, values)
      return answered
    }
    return { query, release } as unknown as PostgresPoolClient
  }

  async end(): Promise<void> {
    if (!this.#db.closed) await this.#db.close()
  }

  /** Past the tap. Throws an error with PostgreSQL's code. */
  run(sql: string, values: readonly unknown[] = []): Answered {
    const known = this.#prepared.get(sql)
    const name = known?.name ?? `s${this.#prepared.size}`
    const prepare = known
      ? []
      : [message('P', text(name), text(sql), short(0)), message('D', Buffer.from('S'), text(name))]
    const answer = read(this.#ask(Buffer.concat([...prepare, bind(name, values), execute, sync])))
    if (answer.error) {
      if (!known) this.#ask(Buffer.concat([message('C', Buffer.from('S'), text(name)), sync]))
      throw answer.error
    }
    const columns = known?.columns ?? answer.columns
    if (!known) this.#prepared.set(sql, { name, columns })
    return { command: answer.command, rowCount: answer.count, rows: answer.rows.map((row) => named(columns, row)) }
  }

  /** Everything is said and answered before the call returns; only its promise is late. Told so, PGlite does not read the answer, too. */
  #ask(question: Buffer): Buffer {
    const pieces: Buffer[] = []
    const onRawData = (piece: Uint8Array) => void pieces.push(Buffer.from(piece))
    void this.#db.execProtocolRawStream(question, { syncToFs: false, onRawData })
    return Buffer.concat(pieces)
  }
}

function bind(name: string, values: readonly unknown[]): Buffer {
  const parts = values.flatMap((value) => {
    if (value === null || value === undefined) return [long(-1)]
    const bytes = Buffer.from(asText(value))
    return [long(bytes.length), bytes]
  })
  return message('B', text(''), text(name), short(0), short(values.length), ...parts, short(0))
}

function asText(value: unknown): string {
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return `{${value.map((one) => JSON.stringify(asText(one))).join()}}`
  if (typeof value === 'object') throw new Error('a parameter of a kind that the server never sends')
  return String(value)
}

interface Column {
  readonly name: string
  parse(value: string): unknown
}
interface Read {
  columns: Column[]
  readonly rows: (string | null)[][]
  command: string
  count: number
  error: Error | null
}

const named = (columns: readonly Column[], values: readonly (string | null)[]): Row => {
  const row: Row = {}
  for (const [index, { name, parse }] of columns.entries()) {
    const value = values[index]
    row[name] = value === null || value === undefined ? null : parse(value)
  }
  return row
}

function read(bytes: Buffer): Read {
  const answer: Read = { columns: [], rows: [], command: '', count: 0, error: null }
  for (let at = 0; at < bytes.length; ) {
    const size = bytes.readInt32BE(at + 1)
    take(answer, String.fromCharCode(bytes[at] as number), bytes.subarray(at + 5, at + 1 + size))
    at += 1 + size
  }
  return answer
}

function take(answer: Read, kind: string, body: Buffer): void {
  switch (kind) {
    case 'T':
      answer.columns = columnsOf(body)
      return
    case 'D':
      answer.rows.push(valuesOf(body))
      return
    case 'C': {
      const [command = '', ...counts] = body.toString('utf8', 0, body.length - 1).split(' ')
      answer.command = command
      answer.count = Number(counts.at(-1) ?? 0)
      return
    }
    case 'E':
      answer.error ??= errorOf(body)
  }
}

function columnsOf(body: Buffer): Column[] {
  const columns: Column[] = []
  let at = 2
  for (let left = body.readInt16BE(0); left > 0; left--) {
    const end = body.indexOf(0, at)
    const name = body.toString('utf8', at, end)
    const oid = body.readInt32BE(end + 7)
    columns.push({ name, parse: oid === int8 ? Number : pg.types.getTypeParser(oid, 'text') })
    at = end + 19
  }
  return columns
}

function valuesOf(body: Buffer): (string | null)[] {
  const values: (string | null)[] = []
  let at = 2
  for (let left = body.readInt16BE(0); left > 0; left--) {
    const size = body.readInt32BE(at)
    at += 4
    values.push(size === -1 ? null : body.toString('utf8', at, at + size))
    at += Math.max(0, size)
  }
  return values
}

function errorOf(body: Buffer): Error {
  const fields = new Map(
    body
      .toString('utf8')
      .split('\0')
      .map((field) => [field.charAt(0), field.slice(1)] as const),
  )
  return Object.assign(new Error(fields.get('M') ?? 'unknown'), {
    code: fields.get('C'),
    constraint: fields.get('n'),
  })
}
