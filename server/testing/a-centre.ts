import { randomBytes } from 'node:crypto'
import type { EntityName, RowOf } from '#shared/contract/sync/rows.ts'
import type { Card } from '#shared/domain/card/card.ts'
import type { Role } from '#shared/domain/staff/staff.ts'
import { passwordHash } from '../auth/hasher.ts'
import type { ServerConfig } from '../config.ts'
import { type RunningServer, startServer } from '../index.ts'
import { writeRow } from '../sync/write-row.ts'
import { ADevice } from './a-device.ts'
import type { DatabaseKind } from './databases.ts'
import { forkServer } from './fork-server.ts'
import { roundRobin } from './round-robin.ts'

export const scope = '3578101003'
export const otherScope = '3578071004'
export const dinasScope = '3578-DINAS'
export const adminToken = 'token-of-tests'
export const password = 'Rahasia-petugas-1'

const day = '2026-11-20T03:00:00.000Z'

/** A real central server on a real database with two kelurahan, two people in the first, and a clock that tests may move. */
export class ACentre {
  readonly server: RunningServer
  /** Lines of its log, errors only. */
  readonly errors: readonly string[]
  /** Where devices reach it. */
  readonly url: string
  readonly #clock: { now: Date }
  readonly #parts: Parts

  private constructor(server: RunningServer, clock: { now: Date }, errors: readonly string[], parts: Parts) {
    this.server = server
    this.errors = errors
    this.url = parts.two?.balancer.url ?? server.url
    this.#clock = clock
    this.#parts = parts
  }

  /** `as it is`: over a database that has its city already. */
  static async open(
    kind: DatabaseKind,
    city: 'new' | 'as it is' = 'new',
    more: Pick<ServerConfig, 'updatesDir' | 'kng'> = {},
  ): Promise<ACentre> {
    const database = await kind.open()
    const clock = { now: new Date('2026-11-24T02:00:00.000Z') }
    const errors: string[] = []
    const log = { logLevel: 'error', logTo: { write: (line: string) => void errors.push(line) } }
    const server = await startServer({ ...database.config, ...log, ...more, adminToken, now: () => clock.now })
    const config = { ...database.config, adminToken, ...(more.kng && { kng: more.kng }) }
    const two = kind.twoProcesses ? await twoProcesses(config, clock.now, (line) => errors.push(line)) : null
    const centre = new ACentre(server, clock, errors, { two, drop: database.drop })
    if (city === 'as it is') return centre
    for (const one of [scope, otherScope]) await centre.#addScope(one)
    await centre.#addPerson('rini', ['kelurahan'], true)
    await centre.#addPerson('mantan', ['kelurahan'], false)
    await centre.#addPerson('hendra', ['supervisor'], true)
    return centre
  }

  later(seconds: number): void {
    this.#clock.now = new Date(this.#clock.now.getTime() + seconds * 1000)
    this.#parts.two?.later(this.#clock.now)
  }

  async write<E extends EntityName>(entity: E, row: RowOf<E> & { id: string; scope: string }): Promise<void> {
    await this.server.centre.db
      .transaction()
      .execute((trx) => writeRow(trx, { scope: row.scope, entity, id: row.id, row }, day))
  }

  /** A KTP-el on the shelf of `scope`, with its application. */
  async addCard(id: string, more: Partial<Card> = {}): Promise<Card> {
    const card = aCard(id, more)
    await this.write('application', anApplication(card))
    await this.write('card', card)
    return card
  }

  /** The Dinas with a supervisor (`dewi`), an administrator (`bagus`) and a clerk (`yuni`). */
  async addDinas(): Promise<void> {
    await this.#addScope(dinasScope)
    const { name, kecamatan } = this.server.centre.areas.dinas
    const unit = { id: dinasScope, scope: dinasScope, kind: 'dinas' as const, name, kecamatan, zone: 'Asia/Jakarta' }
    await this.write('unit', unit)
    for (const [username, role] of [
      ['dewi', 'supervisor'],
      ['bagus', 'admin'],
      ['yuni', 'counter'],
    ] as const)
      await this.#addPerson(username, [role], true, dinasScope)
  }

  async device(inScope = scope): Promise<ADevice> {
    return ADevice.enrol(this.url, await this.enrolmentCode(inScope))
  }

  async enrolmentCode(inScope = scope): Promise<string> {
    const answer = await fetch(`${this.url}/v1/admin/enrolment-codes`, {
      method: 'POST',
      headers: { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ scope: inScope }),
    })
    const { code }: { code: string } = await answer.json()
    return code
  }

  async close(): Promise<void> {
    const { two, drop } = this.#parts
    const unexplained = (await two?.close()) ?? []
    await this.server.close()
    await drop()
    if (unexplained.length > 0)
      throw new Error(`asked of every machine without a reason in spread.ts: ${unexplained.join('\n')}`)
  }

  async #addScope(id: string): Promise<void> {
    const override_secret = randomBytes(32).toString('base64url')
    await this.server.centre.db
      .insertInto('scopes')
      .values({ scope: id, seq: 0, folded_seq: 0, override_secret })
      .execute()
    const kelurahan = this.server.centre.areas.find(id)
    const place = { name: kelurahan?.name ?? id, kecamatan: kelurahan?.kecamatan ?? '', zone: 'Asia/Jakarta' }
    await this.write('unit', { id, scope: id, kind: 'kelurahan', ...place })
  }

  async #addPerson(username: string, roles: readonly Role[], active: boolean, inScope = scope): Promise<void> {
    await this.write('staff', aPerson(username, inScope, roles, active))
    await this.server.centre.db
      .insertInto('staff_accounts')
      .values({ scope: inScope, username, staff_id: username, password_hash: await passwordHash(password) })
      .execute()
  }
}

interface Parts {
  readonly two: Awaited<ReturnType<typeof twoProcesses>> | null
  drop(): Promise<void>
}

/** Two more processes of the same centre, and what hands the requests to both in turns. The one of the test itself gets none: it is for looking at the database. */
async function twoProcesses(config: ServerConfig, now: Date, error: (line: string) => void) {
  const forked = await Promise.all([forkServer(config, now, error), forkServer(config, now, error)])
  let clockSet: Promise<unknown> = Promise.resolve()
  // Both go by the same time when a request comes.
  const balancer = await roundRobin(
    forked.map(({ url }) => url),
    () => clockSet,
  )
  return {
    balancer,
    later(at: Date): void {
      clockSet = clockSet.then(() => Promise.all(forked.map((one) => one.setClock(at))))
    },
    async close(): Promise<readonly string[]> {
      await balancer.close()
      return (await Promise.all(forked.map((one) => one.close()))).flat()
    },
  }
}

const aPerson = (username: string, inScope: string, roles: readonly Role[], active: boolean) => ({
  id: username,
  scope: inScope,
  username,
  name: username,
  code: `X-${username}`,
  roles: [...roles],
  active,
})

const aCard = (id: string, more: Partial<Card>): Card => ({
  id,
  scope,
  applicationId: `application-${id}`,
  kind: 'ktp-el',
  state: 'ready',
  issueReason: 'damaged',
  ownerName: 'Dewi Lestari Handayani',
  ownerNik: '3578015204900001',
  ownerBirthDate: '1990-04-12',
  kkNumber: '3578010101190001',
  kitirNumber: `KNG-2611-${id.padStart(6, '0')}`,
  kitirCode: `https://klampid.example/k/code-of-${id}-0123456789`,
  labelCode: `LABEL-${id}`,
  pinVerifier: null,
  place: { rack: 'A', box: '2', number: '14' },
  arrivedAt: day,
  handedOver: null,
  caseId: null,
  dueAt: null,
  acceptedAt: null,
  fulfilledAt: null,
  ...more,
})

const anApplication = (card: Card) => ({
  id: card.applicationId,
  scope: card.scope,
  kitirNumber: card.kitirNumber,
  kitirCode: card.kitirCode,
  service: 'KTP-ULANG',
  status: 'SIAP_DIAMBIL' as const,
  applicantName: card.ownerName,
  applicantNik: card.ownerNik,
  submittedAt: day,
  acceptedAt: day,
  dueAt: null,
  fulfilledAt: card.arrivedAt,
  collectionUnit: card.scope,
})
