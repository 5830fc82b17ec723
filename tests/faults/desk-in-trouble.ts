import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { CallName, InputOf, OutputOf } from '#shared/contract/engine/calls.ts'
import { password, writeKeyFile } from '../fixtures/city.ts'
import { EngineFault, EngineGone, EngineLine } from '../fixtures/engine-line.ts'
import { DeviceFile } from './device-file.ts'

type Answer<N extends CallName> = { readonly value: OutputOf<N> } | { readonly refusedWith: string }

/** A device whose engine is killed and started again, and the clerk before it, who presses the same button again until there is an answer. */
export class DeskInTrouble {
  readonly name: string
  readonly dataDir: string
  readonly #serverUrl: string
  readonly #clerk: string
  #engine: EngineLine | null = null
  #session: string | null = null
  #back = Promise.withResolvers<EngineLine>()
  /** What was asked last and not answered yet. */
  underWay: string | null = null

  private constructor(folder: string, name: string, port: number, clerk: string) {
    this.name = name
    this.dataDir = join(folder, name)
    this.#serverUrl = `http://127.0.0.1:${port}`
    this.#clerk = clerk
    mkdirSync(this.dataDir, { recursive: true })
    writeKeyFile(this.dataDir)
  }

  /** Enrols, makes the first copy, and signs the clerk in once while the centre can be asked. */
  static async open(folder: string, name: string, port: number, clerk: string, code: string): Promise<DeskInTrouble> {
    const desk = new DeskInTrouble(folder, name, port, clerk)
    await desk.start()
    const engine = await desk.#back.promise
    await engine.call('device.enrol', { code })
    await engine.until('app.status', {}, (status) => status.enrolled && !status.firstCopy && status.lastSyncAt !== null)
    await desk.#signIn(engine)
    return desk
  }

  get up(): boolean {
    return this.#engine !== null
  }

  get pid(): number {
    return this.#engine?.pid ?? 0
  }

  async start(): Promise<void> {
    const engine = await EngineLine.start({ dataDir: this.dataDir, serverUrl: this.#serverUrl })
    if (engine.fatal) throw new Error(`${this.name} does not start: ${engine.fatal.code}`)
    engine.session = this.#session
    this.#engine = engine
    this.#back.resolve(engine)
  }

  /** SIGKILL; then what SQLite says about the file. */
  async kill(): Promise<string> {
    const engine = this.#engine
    if (!engine) throw new Error(`${this.name} is dead already`)
    this.#engine = null
    this.#back = Promise.withResolvers<EngineLine>()
    await engine.kill()
    return this.read((file) => file.integrity())
  }

  async stop(): Promise<void> {
    await this.#engine?.stop()
    this.#engine = null
  }

  /** Nothing waits for the centre any more, and all that it has is here. */
  async comeToRest(): Promise<void> {
    const engine = await this.#back.promise
    for (;;) {
      const fault = await engine.faultOf('sync.now', {})
      const { queue, blobs } = await engine.call('sync.overview', {})
      if (fault === null && queue.length === 0 && blobs.waiting === 0) return
    }
  }

  read<T>(look: (file: DeviceFile) => T): T {
    const file = new DeviceFile(this.dataDir)
    try {
      return look(file)
    } finally {
      file.close()
    }
  }

  async #signIn(engine: EngineLine): Promise<void> {
    await engine.signIn(this.#clerk, password)
    this.#session = engine.session
  }

  /** One act under one request number, asked again after every death of the engine until it is answered. */
  async surely<N extends CallName>(name: N, input: InputOf<N>): Promise<Answer<N>> {
    const requestId = randomUUID()
    this.underWay = name
    for (;;) {
      const engine = await this.#back.promise
      try {
        const value = await engine.call(name, input, requestId)
        this.underWay = null
        return { value }
      } catch (cause) {
        if (cause instanceof EngineGone) continue
        if (!(cause instanceof EngineFault)) throw cause
        if (cause.fault.code !== 'sign-in-required') {
          this.underWay = null
          return { refusedWith: cause.fault.code }
        }
        await this.#signIn(engine).catch((second) => {
          if (!(second instanceof EngineGone)) throw second
        })
      }
    }
  }
}
