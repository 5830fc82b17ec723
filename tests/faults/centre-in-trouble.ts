import { Centre } from '../fixtures/centre.ts'
import type { OwnPostgres } from './own-postgres.ts'

/** The central server at a fixed port on a PostgreSQL of the test's own; either may be killed and comes back by itself. */
export class CentreInTrouble {
  readonly postgres: OwnPostgres
  readonly port: number
  #server: Centre | null = null
  #postgresUp = true

  private constructor(postgres: OwnPostgres, port: number) {
    this.postgres = postgres
    this.port = port
  }

  static async open(postgres: OwnPostgres, port: number): Promise<CentreInTrouble> {
    const centre = new CentreInTrouble(postgres, port)
    await centre.startServer()
    return centre
  }

  get serverPid(): number {
    return this.#server?.pid ?? 0
  }

  get serverUp(): boolean {
    return this.#server !== null
  }

  get postgresUp(): boolean {
    return this.#postgresUp
  }

  enrolmentCode(scope: string, deviceCode: string): Promise<string> {
    if (!this.#server) throw new Error('the centre is down')
    return this.#server.enrolmentCode(scope, deviceCode)
  }

  /** As whoever watches over it does: tried until it stays, since its database may be on its way back. */
  async startServer(): Promise<void> {
    for (let tries = 1; this.#server === null; tries++) {
      try {
        this.#server = await Centre.startOn(this.postgres.url, this.port)
      } catch (cause) {
        if (tries > 60) throw cause
        await new Promise((resolve) => setTimeout(resolve, 200))
      }
    }
  }

  async killServer(): Promise<void> {
    const server = this.#server
    this.#server = null
    await server?.kill()
  }

  async killPostgres(): Promise<void> {
    this.#postgresUp = false
    await this.postgres.kill()
  }

  async startPostgres(): Promise<void> {
    await this.postgres.start()
    this.#postgresUp = true
  }

  async close(): Promise<void> {
    await this.#server?.stop()
    this.#server = null
    await this.postgres.remove()
  }
}
