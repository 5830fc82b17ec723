import type { Fault } from '#shared/contract/errors.ts'
import type { LookupAnswer } from '#shared/contract/sync/protocol.ts'
import { type CityAnswer, type CityQueryName, cityQueries } from '#shared/contract/sync/queries.ts'
import { ok, type Result } from '#shared/domain/result.ts'
import type {
  Centre,
  ChangedAtCentre,
  CheckedAtCentre,
  CityQuestion,
  Clock,
  Log,
  Shell,
  SyncControl,
  TypedPassword,
} from '../usecases/ports.ts'

/** What tests own of the world: time, the network, the window. Everything else is real. */

export class FakeClock implements Clock {
  #ms = Date.parse('2026-11-24T02:00:00.000Z')
  #setBy = 0
  now = () => new Date(this.#ms + this.#setBy).toISOString()
  elapsedMs = () => this.#ms
  pass(minutes: number): void {
    this.#ms += minutes * 60_000
  }
  /** Somebody sets the clock: no time passes. */
  set(minutes: number): void {
    this.#setBy += minutes * 60_000
  }
}

interface KnownHere extends Partial<ChangedAtCentre> {
  readonly staffId: string
  readonly password: string
  /** What the authenticator shows; absent: there is none. */
  readonly code?: string
}

const noFactors = { ok: false as const, refusal: { code: 'second-factor-off' as const } }

const offline = { ok: false as const, refusal: { code: 'offline' as const } }

/** The far end of the network: who has which password, what it finds. */
export class FakeCentre implements Centre {
  /** Files that other desks sent, by SHA-256. */
  readonly blobs = new Map<string, Uint8Array>()
  reachable = true
  /** People whom the centre lets in nowhere any more. */
  readonly dismissed = new Set<string>()
  readonly passwords = new Map<string, KnownHere>()
  found: LookupAnswer | null = null
  /** What looking a code up comes to instead of an answer. */
  trouble: Fault | null = null
  /** What a sync brings to the desk. */
  brings: () => Promise<unknown> = async () => {}

  async checkPassword({ username, password, code, again }: TypedPassword): Promise<Result<CheckedAtCentre, Fault>> {
    const known = this.passwords.get(username)
    if (!this.reachable) return { ok: false, refusal: { code: 'offline' } }
    if (this.dismissed.has(username)) return { ok: false, refusal: { code: 'staff-inactive' } }
    if (known?.password !== password) return { ok: false, refusal: { code: 'wrong-password' } }
    if (known.code !== undefined && !again && code !== known.code)
      return { ok: false, refusal: { code: code === undefined ? 'second-factor-required' : 'second-factor-wrong' } }
    const { staffId, must = null, credentialsSince = null } = known
    return ok({ staffId, must, credentialsSince })
  }

  async changePassword(typed: TypedPassword & { readonly next: string }) {
    const checked = await this.checkPassword({ ...typed, again: true })
    if (!checked.ok) return checked
    const credentialsSince = '2026-11-24T02:00:00.000Z'
    this.passwords.set(typed.username, { staffId: checked.value.staffId, password: typed.next, credentialsSince })
    return ok({ must: null, credentialsSince })
  }

  /** Second factors are the real centre's: this one has none. */
  beginSecondFactor = async () => noFactors
  confirmSecondFactor = async () => noFactors

  /** What it answers to the city's questions, and who asked what. */
  readonly city = new Map<CityQueryName, unknown>()
  readonly cityAsked: { name: CityQueryName; staffId: string }[] = []

  async askCity<N extends CityQueryName>({ name }: CityQuestion<N>, staffId: string) {
    this.cityAsked.push({ name, staffId })
    if (!this.reachable) return { ok: false as const, refusal: { code: 'offline' as const } }
    return ok(cityQueries[name].answer.parse(this.city.get(name)) as CityAnswer<N>)
  }

  async actOnDevice() {
    return { ok: false as const, refusal: { code: 'offline' as const } }
  }

  async blob(sha256: string): Promise<Result<Uint8Array | null, Fault>> {
    return this.reachable ? ok(this.blobs.get(sha256) ?? null) : { ok: false, refusal: { code: 'offline' } }
  }

  /** What it answers of applications of other units, by what was typed, and their documents. */
  status: Centre['status'] = async () => (this.reachable ? ok({ outcome: 'unknown' as const }) : offline)
  statusDocument: Centre['statusDocument'] = async () => (this.reachable ? ok(null) : offline)

  async lookup(): Promise<Result<LookupAnswer, Fault>> {
    if (!this.reachable) return { ok: false, refusal: { code: 'offline' } }
    if (this.trouble) return { ok: false, refusal: this.trouble }
    return ok(this.found ?? { found: false, kitirNumber: null, cards: [], applicationStatus: null })
  }
}

/** The sync of a desk whose network is the fake centre's: nothing is sent, `online` follows `reachable`. */
export const quietSync = (real: SyncControl, centre: FakeCentre): SyncControl => ({
  ...real,
  start: () => {},
  wake: () => {},
  online: () => centre.reachable,
  now: async () => {
    await centre.brings()
    return ok({ sent: 0, received: 0 })
  },
})

export class KeptFiles implements Shell {
  readonly files = new Map<string, Uint8Array>()
  saveFile = async (name: string, bytes: Uint8Array) => {
    this.files.set(name, bytes)
    return 'saved' as const
  }
  listPrinters = async () => []
  systemPrint = async () => 'printer-unknown' as const
  resolveProxy = async () => 'DIRECT'
}

/** What the engine would have logged as an error. */
export class KeptLog implements Log {
  readonly errors: string[] = []
  info = () => {}
  error = (event: string, cause: unknown) => {
    this.errors.push(`${event}: ${cause instanceof Error ? cause.message : ''}`)
  }
}
