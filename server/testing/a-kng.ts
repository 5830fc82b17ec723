import { type KngAddress, kngOverHttp } from '../kng/kng-over-http.ts'
import type { KngPort } from '../kng/kng-port.ts'
import { openKngSimulator, type RunningKng } from '../simulate/kng/open-simulator.ts'
import type { SimulatedKng } from '../simulate/kng/simulated-kng.ts'

const token = 'token-of-the-counters'

/** Before KNG did it, or after, with the answer on its way. */
type Place = 'before' | 'after'
type Outcome = 'answer' | 'fail' | 'cut'

interface Trouble {
  readonly match: RegExp
  readonly place: Place
  readonly run: () => Promise<Outcome>
}

/** A simulated KNG on a port of its own, with the way to it, and with somebody who breaks it when told so. */
export class AKng {
  readonly port: KngPort
  readonly kng: SimulatedKng
  readonly address: KngAddress
  readonly #running: RunningKng
  /** Requests as they came, e.g. `POST /v1/applications`. */
  readonly heard: string[] = []
  readonly #troubles: Trouble[] = []

  private constructor(running: RunningKng) {
    this.#running = running
    this.kng = running.kng
    this.address = { url: running.url, token }
    this.port = kngOverHttp(this.address)
  }

  static async open(now: () => Date): Promise<AKng> {
    let self: AKng | null = null
    const on = (place: Place) => async (method: string, url: string) =>
      self?.meet(`${method} ${url}`, place) ?? ('answer' as const)
    const running = await openKngSimulator({ token, now, onRequest: on('before'), onAnswered: on('after') })
    self = new AKng(running)
    return self
  }

  /** Every application that can move, moves some steps. */
  async steps(times: number): Promise<void> {
    for (let count = 0; count < times; count++) await this.kng.step()
  }

  /** What happens to the next request that matches, once: `fail` says that nothing was done, `cut` takes the line away. */
  trouble(match: RegExp, place: Place, outcome: Outcome): void {
    this.#troubles.push({ match, place, run: async () => outcome })
  }

  /** The line is gone when `run` has ended. */
  when(match: RegExp, place: Place, run: () => Promise<void>): void {
    this.#troubles.push({ match, place, run: () => run().then(() => 'cut') })
  }

  count(request: string): number {
    return this.heard.filter((one) => one === request).length
  }

  course(ref: string) {
    return this.kng.course(ref)
  }

  async close(): Promise<void> {
    this.port.close()
    await this.#running.close()
  }

  async meet(request: string, place: Place): Promise<Outcome> {
    if (place === 'before') this.heard.push(request)
    const at = this.#troubles.findIndex((one) => one.place === place && one.match.test(request))
    const [met] = at < 0 ? [] : this.#troubles.splice(at, 1)
    return met ? met.run() : 'answer'
  }
}
