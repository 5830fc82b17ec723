import { kngOverHttp } from '../kng/kng-over-http.ts'
import type { KngPort } from '../kng/kng-port.ts'
import { openKngSimulator, type RunningKng } from '../simulate/kng/open-simulator.ts'

const token = 'token-of-the-counters'

/** A simulated KNG on a port of its own, with the way to it, and with somebody who breaks it when told so. */
export class AKng {
  readonly port: KngPort
  readonly #running: RunningKng
  /** Requests as they came, e.g. `POST /v1/applications`. */
  readonly heard: string[] = []
  /** What is to happen to requests that match, once each. */
  readonly #troubles: { readonly match: RegExp; readonly how: 'fail' | 'cut-before' | 'cut-after' }[] = []

  private constructor(running: RunningKng) {
    this.#running = running
    this.port = kngOverHttp({ url: running.url, token, timeoutMs: 5000 })
  }

  static async open(now: () => Date): Promise<AKng> {
    let self: AKng | null = null
    const running = await openKngSimulator({
      ...{ token, now },
      onRequest: async (method, url) => self?.before(`${method} ${url}`) ?? 'answer',
      onAnswered: async (method, url) => self?.after(`${method} ${url}`) ?? 'answer',
    })
    self = new AKng(running)
    return self
  }

  get address() {
    return { url: this.#running.url, token }
  }

  /** Every application that can move, moves some steps. */
  async steps(times: number): Promise<void> {
    for (let count = 0; count < times; count++) await this.#running.kng.step()
  }

  trouble(match: RegExp, how: 'fail' | 'cut-before' | 'cut-after'): void {
    this.#troubles.push({ match, how })
  }

  course(ref: string) {
    return this.#running.kng.course(ref)
  }

  async close(): Promise<void> {
    this.port.close()
    await this.#running.close()
  }

  before(request: string): 'answer' | 'fail' | 'cut' {
    this.heard.push(request)
    if (this.#met(request, 'fail')) return 'fail'
    return this.#met(request, 'cut-before') ? 'cut' : 'answer'
  }

  after(request: string): 'answer' | 'cut' {
    return this.#met(request, 'cut-after') ? 'cut' : 'answer'
  }

  #met(request: string, how: string): boolean {
    const found = this.#troubles.findIndex((one) => one.how === how && one.match.test(request))
    if (found >= 0) this.#troubles.splice(found, 1)
    return found >= 0
  }
}
