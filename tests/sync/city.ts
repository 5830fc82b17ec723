import { sql } from 'kysely'
import type { Card } from '#shared/domain/card/card.ts'
import { makeEnrolmentCode } from '../../server/auth/enrolment.ts'
import type { ServerConfig } from '../../server/config.ts'
import { inTransaction } from '../../server/database/in-transaction.ts'
import { type RunningServer, startServer } from '../../server/index.ts'
import { type RowToWrite, writeRow } from '../../server/sync/write-row.ts'

export const adminToken = 'token-of-tests'
const long = '2026-01-05T02:00:00.000Z'

/** The real central server on an embedded database, and small offices in it: a scope with one clerk and some ready cards each. */
export class City {
  readonly server: RunningServer
  #offices = 0

  private constructor(server: RunningServer) {
    this.server = server
  }

  /** `config`: where its database is; an embedded one in memory without it. */
  static async found(config: ServerConfig = {}): Promise<City> {
    return new City(await startServer({ adminToken, ...config }))
  }

  /** The same over a server that runs already. */
  static at(server: RunningServer): City {
    return new City(server)
  }

  get url(): string {
    return this.server.url
  }

  close = () => this.server.close()

  /** A new scope with `cards` ready cards; returns its code. */
  async office(cards = 3): Promise<string> {
    this.#offices += 1
    const scope = `99${String(this.#offices).padStart(8, '0')}`
    await this.server.centre.db
      .insertInto('scopes')
      .values({ scope, seq: 0, folded_seq: 0, override_secret: 'c2VjcmV0' })
      .execute()
    const rows = Array.from({ length: cards }, (_, index) => cardRow(aCard(scope, index + 1)))
    const people = [staffRow(scope, staffId(scope), 'kelurahan'), staffRow(scope, supervisorId(scope), 'supervisor')]
    await this.write([unitRow(scope), ...people, ...rows])
    return scope
  }

  async write(rows: readonly RowToWrite[]): Promise<void> {
    await inTransaction(this.server.centre.db, async (trx) => {
      for (const row of rows) await writeRow(trx, row, long)
    })
  }

  /** Every table as it is now, beside the others. `name`: several may be kept. */
  async backUp(name = 'backup'): Promise<void> {
    const { db } = this.server.centre
    await sql`DROP SCHEMA IF EXISTS ${sql.id(name)} CASCADE`.execute(db)
    await sql`CREATE SCHEMA ${sql.id(name)}`.execute(db)
    for (const table of await this.#tables())
      await sql`CREATE TABLE ${sql.id(name, table)} AS TABLE ${sql.id('public', table)}`.execute(db)
  }

  /** As after a disaster: all that came since is gone, and nobody tells the server. */
  async restore(name = 'backup'): Promise<void> {
    const { db } = this.server.centre
    const tables = await this.#tables()
    await inTransaction(db, async (trx) => {
      for (const table of tables) {
        const columns = await sql<{ column_name: string }>`SELECT column_name FROM information_schema.columns
          WHERE table_schema = 'public' AND table_name = ${table} AND is_generated = 'NEVER'`.execute(trx)
        const list = sql.join(columns.rows.map(({ column_name }) => sql.ref(column_name)))
        await sql`DELETE FROM ${sql.id('public', table)}`.execute(trx)
        await sql`INSERT INTO ${sql.id('public', table)} (${list}) SELECT ${list} FROM ${sql.id(name, table)}`.execute(
          trx,
        )
      }
    })
  }

  async #tables(): Promise<string[]> {
    const { rows } = await sql<{ table_name: string }>`SELECT table_name FROM information_schema.tables
      WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`.execute(this.server.centre.db)
    return rows.map(({ table_name }) => table_name)
  }

  enrolmentCode = async (scope: string) => (await makeEnrolmentCode(this.server.centre, scope, null)).code

  /** Everything the centre holds of a scope, by entity and id. */
  async rows(scope: string): Promise<Record<string, unknown>> {
    const found = await this.server.centre.db
      .selectFrom('rows')
      .select(['entity', 'id', 'version', 'row'])
      .where('scope', '=', scope)
      .where('row', 'is not', null)
      .execute()
    return Object.fromEntries(
      found.map(({ entity, id, version, row }) => [`${entity}/${id}`, { version, row: JSON.parse(row ?? 'null') }]),
    )
  }

  /** Kinds of the commands of a scope that were applied, once for each. */
  async accepted(scope: string): Promise<string[]> {
    const found = await this.server.centre.db
      .selectFrom('commands as c')
      .innerJoin('verdicts as v', (join) =>
        join.onRef('v.command_id', '=', 'c.id').onRef('v.device_id', '=', 'c.device_id'),
      )
      .select('c.envelope')
      .where('c.home_scope', '=', scope)
      .where('v.kind', '=', 'applied')
      .execute()
    return found.map(({ envelope }) => (JSON.parse(envelope) as { type: string }).type)
  }

  /** Ids of the commands that have a verdict, sorted. */
  async verdicts(scope: string): Promise<string[]> {
    const found = await this.server.centre.db
      .selectFrom('verdicts')
      .select('command_id')
      .where('home_scope', '=', scope)
      .execute()
    return found.map((verdict) => verdict.command_id).sort()
  }

  /** Ids of the commands that were applied, sorted. */
  async applied(scope: string): Promise<string[]> {
    const found = await this.server.centre.db
      .selectFrom('verdicts')
      .select('command_id')
      .where('home_scope', '=', scope)
      .where('kind', '=', 'applied')
      .execute()
    return found.map((verdict) => verdict.command_id).sort()
  }

  /** Every command of one type with its payload and how it was answered. */
  async verdictsOf(scope: string, type: string) {
    const found = await this.server.centre.db
      .selectFrom('commands')
      .innerJoin('verdicts', 'verdicts.command_id', 'commands.id')
      .select(['commands.envelope', 'commands.payload', 'verdicts.kind', 'verdicts.code'])
      .where('commands.home_scope', '=', scope)
      .execute()
    return found
      .filter(({ envelope }) => JSON.parse(envelope).type === type)
      .map(({ payload, kind, code }) => ({ payload: JSON.parse(payload ?? '{}'), kind, code }))
  }

  /** How often each command of a scope is at the centre; a doubled one would be there twice. */
  async commands(scope: string): Promise<string[]> {
    const found = await this.server.centre.db
      .selectFrom('commands')
      .select('id')
      .where('home_scope', '=', scope)
      .orderBy('device_id')
      .orderBy('seq')
      .execute()
    return found.map(({ id }) => id)
  }
}

/** State of every card and standing of every hand-over by id, as the centre says. */
export const statesOf = (central: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(central as Record<string, { row: { state?: string; standing?: string } }>).flatMap(
      ([key, { row }]) => (/^(card|handover)\//.test(key) ? [[key, row.standing ?? row.state]] : []),
    ),
  )

export const cardId = (scope: string, number: number) => `K-${scope}-${number}`

export const cardRow = (card: Card): RowToWrite => ({ scope: card.scope, entity: 'card', id: card.id, row: card })

/** Synthetic from head to foot. */
export function aCard(scope: string, number: number): Card {
  const kitirNumber = `KNG-2601-${String(number).padStart(6, '0')}`
  return {
    id: cardId(scope, number),
    scope,
    applicationId: `A-${scope}-${number}`,
    kind: 'ktp-el',
    state: 'ready',
    issueReason: 'new',
    ownerName: `Warga Contoh ${number}`,
    ownerNik: `357810${String(number).padStart(10, '0')}`,
    ownerBirthDate: '1990-01-01',
    kkNumber: null,
    kitirNumber,
    kitirCode: `https://klampid.example/k/${scope}-${number}`,
    labelCode: `L-${scope}-${number}`,
    pinVerifier: null,
    place: { rack: 'A', box: '1', number: String(number) },
    arrivedAt: long,
    handedOver: null,
    caseId: null,
    dueAt: null,
    acceptedAt: null,
    fulfilledAt: null,
  }
}

export const staffId = (scope: string) => `S-${scope}`

export const supervisorId = (scope: string) => `V-${scope}`

function staffRow(scope: string, id: string, role: 'kelurahan' | 'supervisor'): RowToWrite {
  const person = {
    id,
    scope,
    username: role === 'kelurahan' ? 'petugas' : 'pengawas',
    name: 'Petugas Contoh',
    code: 'XXX-P01',
    roles: [role],
    active: true,
  }
  return { scope, entity: 'staff', id, row: person }
}

function unitRow(scope: string): RowToWrite {
  const unit = { id: scope, scope, kind: 'kelurahan', name: 'Contoh', kecamatan: 'Contoh', zone: 'Asia/Jakarta' }
  return { scope, entity: 'unit', id: scope, row: unit }
}
