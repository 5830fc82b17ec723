import type { Card } from '#shared/domain/card/card.ts'
import { makeEnrolmentCode } from '../../server/auth/enrolment.ts'
import { inTransaction } from '../../server/database/in-transaction.ts'
import { type RunningServer, startServer } from '../../server/index.ts'
import { type RowToWrite, writeRow } from '../../server/sync/write-row.ts'

const long = '2026-01-05T02:00:00.000Z'

/** The real central server on an embedded database, and small offices in it: a scope with one clerk and some ready cards each. */
export class City {
  readonly server: RunningServer
  #offices = 0

  private constructor(server: RunningServer) {
    this.server = server
  }

  static async found(): Promise<City> {
    return new City(await startServer({}))
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
    await this.write([unitRow(scope), staffRow(scope), ...rows])
    return scope
  }

  async write(rows: readonly RowToWrite[]): Promise<void> {
    await inTransaction(this.server.centre.db, async (trx) => {
      for (const row of rows) await writeRow(trx, row, long)
    })
  }

  enrolmentCode = (scope: string) => makeEnrolmentCode(this.server.centre, scope, null)

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

  /** Ids of the commands that have a verdict, sorted. */
  async verdicts(scope: string): Promise<string[]> {
    const found = await this.server.centre.db
      .selectFrom('verdicts')
      .select('command_id')
      .where('home_scope', '=', scope)
      .execute()
    return found.map((verdict) => verdict.command_id).sort()
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

function staffRow(scope: string): RowToWrite {
  const id = staffId(scope)
  const person = {
    id,
    scope,
    username: 'petugas',
    name: 'Petugas Contoh',
    code: 'XXX-P01',
    roles: ['kelurahan'],
    active: true,
  }
  return { scope, entity: 'staff', id, row: person }
}

function unitRow(scope: string): RowToWrite {
  const unit = { id: scope, scope, kind: 'kelurahan', name: 'Contoh', kecamatan: 'Contoh', zone: 'Asia/Jakarta' }
  return { scope, entity: 'unit', id: scope, row: unit }
}
