import { hash } from '@node-rs/argon2'
import type { CallName, InputOf, OutputOf } from '#shared/contract/engine/calls.ts'
import type { Fault } from '#shared/contract/errors.ts'
import type { Result } from '#shared/domain/result.ts'
import type { Role } from '#shared/domain/staff/staff.ts'
import { type Composed, compose } from '../../electron/engine/compose.ts'
import { Gateway } from '../../electron/engine/port/gateway.ts'
import { systemClock, systemIds } from '../../electron/engine/system.ts'
import type { ChosenFiles } from '../../electron/engine/usecases/ports.ts'
import { root } from '../fixtures/root.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'
import type { City } from './city.ts'

/** Everybody's, in the city of tests. */
export const password = 'Loket-uji-2026'
const people = [
  ['dewi', 'supervisor'],
  ['bagus', 'admin'],
  ['yuni', 'counter'],
] as const

/** Somebody who can sign in at desks of a scope. */
export async function addPerson(city: City, scope: string, username: string, role: Role): Promise<void> {
  const password_hash = await hash(password, { memoryCost: 8_192, timeCost: 1 })
  const row = { id: username, scope, username, name: username, code: `SIO-${username}`, roles: [role], active: true }
  await city.write([{ scope, entity: 'staff', id: username, row }])
  const account = { scope, username, staff_id: username, password_hash }
  await city.server.centre.db.insertInto('staff_accounts').values(account).execute()
}

/** The Dinas in a city of tests, with its three people. Returns its scope. */
export async function addDinas(city: City): Promise<string> {
  const { db, areas } = city.server.centre
  const { code: scope, name, kecamatan } = areas.dinas
  await db.insertInto('scopes').values({ scope, seq: 0, folded_seq: 0, override_secret: 'c2VjcmV0' }).execute()
  const unit = { id: scope, scope, kind: 'dinas', name, kecamatan, zone: 'Asia/Jakarta' }
  await city.write([{ scope, entity: 'unit', id: scope, row: unit }])
  for (const [username, role] of people) await addPerson(city, scope, username, role)
  return scope
}

/** The whole engine of a desk behind its gateway, enrolled at a real centre over HTTP; only the window is missing. */
export class EngineDesk {
  readonly #folder: ReturnType<typeof temporaryFolder>
  readonly #composed: Composed
  readonly #gateway: Gateway
  #session: string | null = null
  #lastId = 0

  private constructor(folder: ReturnType<typeof temporaryFolder>, composed: Composed) {
    this.#folder = folder
    this.#composed = composed
    this.#gateway = new Gateway(composed.deps, { checkAnswers: true })
  }

  /** Enrols, waits for the first copy, and signs somebody in. `chosenFiles`: what a person chooses where the program asks for a file. */
  static async of(serverUrl: string, code: string, username: string, chosenFiles?: ChosenFiles): Promise<EngineDesk> {
    const folder = temporaryFolder('engine-desk')
    const composed = await compose(configIn(folder.path, serverUrl, chosenFiles), () => {})
    const desk = new EngineDesk(folder, composed)
    await desk.get('device.enrol', { code })
    await composed.deps.sync.now()
    await desk.signIn(username)
    return desk
  }

  /** The next person at this desk. */
  async signIn(username: string): Promise<void> {
    this.#session = (await this.get('session.sign-in', { username, password })).session
  }

  /** Sends and fetches until nothing waits; throws when the centre cannot be reached. */
  async sync(): Promise<void> {
    const done = await this.#composed.deps.sync.now()
    if (!done.ok) throw new Error(`no sync: ${JSON.stringify(done.refusal)}`)
  }

  async signOut(): Promise<void> {
    await this.get('session.sign-out', {})
    this.#session = null
  }

  networkIsBack(): void {
    this.#composed.deps.sync.networkChanged(true)
  }

  get store() {
    return this.#composed.store
  }

  /** The transaction of an act, with nothing in it. */
  write = () => this.#composed.deps.inOneWrite(async () => {})

  ask<N extends CallName>(name: N, input: InputOf<N>, requestId = systemIds.uuid()) {
    const message = { type: 'call' as const, id: ++this.#lastId, name, input, session: this.#session, requestId }
    return this.#gateway.answer(message) as Promise<Result<OutputOf<N>, Fault>>
  }

  async get<N extends CallName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> {
    const answer = await this.ask(name, input)
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.refusal)}`)
    return answer.value
  }

  /** `entity/id` of everything that this device keeps of the centre's rows, and their scopes. */
  async keptScopes(): Promise<string[]> {
    const rows = await this.store.read.selectFrom('replica').select('scope').distinct().execute()
    return rows.map(({ scope }) => scope)
  }

  async close(): Promise<void> {
    await this.#composed.deps.sync.stop()
    await this.#composed.deps.printing.stop()
    await this.store.close()
    this.#folder.remove()
  }
}

const configIn = (dataDir: string, serverUrl: string, chosenFiles?: ChosenFiles) => ({
  dataDir,
  key: Buffer.alloc(32, 9),
  serverUrl,
  resourcesDir: `${root}/resources`,
  appVersion: '1.0.0-test',
  insecureKey: true,
  sqliteBinding: undefined,
  enrolCode: undefined,
  checkAnswers: true,
  end: () => {},
  shell: {
    saveFile: async () => 'saved' as const,
    listPrinters: async () => [],
    systemPrint: async () => 'printer-unknown' as const,
    resolveProxy: async () => 'DIRECT',
    ...(chosenFiles && { chosenFiles }),
  },
  clock: systemClock,
  ids: systemIds,
  log: { info: () => {}, error: () => {} },
})
