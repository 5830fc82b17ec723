import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { v7 } from 'uuid'
import { type Chance, chanceOf } from '../../server/simulate/chance.ts'
import { Desk, deskFile } from '../sync/desk.ts'
import { Disk } from './disks.ts'
import type { LineFault } from './faults.ts'
import { exchangeOver, type Line, type Network } from './network.ts'
import { Witness } from './witness.ts'

export interface StationOf {
  readonly name: string
  readonly scope: string
  readonly seed: number
  /** A new folder for each process of it: what a killed one still writes reaches nobody. */
  newFolder(): string
  complain(what: string): void
}

/** A device in the world: its clock, its line, its disk, and the engine that runs on them. */
export class Station {
  readonly of: StationOf
  readonly chance: Chance
  readonly #network: Network
  readonly #ids: Chance
  /** Its clock is wrong by so much. */
  skewMs = 0
  lineState: Line['state'] = 'whole'
  /** To an older state of its disk, at least once. */
  wasPutBack = false
  readonly #lineFaults: { readonly path: string; readonly fault: LineFault; readonly met: () => void }[] = []
  #process: Process | null = null
  #committed = new Set<string>()
  /** Errors that the engine would have logged. */
  readonly errors: string[] = []

  constructor(of: StationOf, network: Network) {
    this.of = of
    this.#network = network
    this.chance = chanceOf(of.seed)
    this.#ids = chanceOf(of.seed + 77)
  }

  /** Every command that it ever committed. */
  get committed(): ReadonlySet<string> {
    return this.#committed
  }

  get running(): Process | null {
    return this.#process
  }

  get desk(): Desk {
    if (!this.#process) throw new Error(`${this.of.name} does not run`)
    return this.#process.desk
  }

  /** Starts the engine on a copy of the files that `copy` makes. */
  async start(copy: (file: string) => void, witness?: Witness): Promise<void> {
    const file = `${this.of.newFolder()}/${deskFile}`
    mkdirSync(dirname(file), { recursive: true })
    copy(file)
    const process = new Process(
      this,
      this.#network,
      file,
      new Witness((what) => this.of.complain(`${this.of.name}: ${what}`), witness),
    )
    this.#process = process
    this.#committed = process.witness.committedCommands
    this.#network.processes.add(process)
    await process.open(this.#network.centre.city.url)
  }

  /** The process is killed: what it had in memory is gone, what it had not committed too. */
  kill(): Process | null {
    const process = this.#process
    this.#process = null
    if (!process) return null
    this.#network.processes.delete(process)
    process.kill()
    return process
  }

  armLine(path: string, fault: LineFault, met: () => void): void {
    this.#lineFaults.push({ path, fault, met })
  }

  disarm(): void {
    this.#lineFaults.length = 0
  }

  takeFault(path: string): LineFault | null {
    const found = this.#lineFaults.findIndex((one) => path.startsWith(one.path))
    if (found === -1) return null
    const [one] = this.#lineFaults.splice(found, 1)
    one?.met()
    return one?.fault ?? null
  }

  now = () => new Date(this.#network.timeline.now + this.skewMs).toISOString()

  uuid = () => v7({ msecs: this.#network.timeline.now + this.skewMs, random: this.#ids.bytes(16) })

  tell = (text: string) => this.#network.tell(this.of.name, text)
}

/** One running engine. */
export class Process implements Line {
  readonly #station: Station
  readonly #network: Network
  readonly disk: Disk
  readonly witness: Witness
  readonly #folder: string
  readonly #bootedAt: number
  desk!: Desk
  waiting = 0
  timers = 0
  dead = false
  /** It opens or closes: no timer of it is due. */
  turning = true

  constructor(station: Station, network: Network, file: string, witness: Witness) {
    this.#station = station
    this.#network = network
    this.witness = witness
    this.disk = new Disk(file, witness)
    this.#folder = dirname(file)
    this.#bootedAt = network.timeline.now
  }

  get name() {
    return this.#station.of.name
  }
  get chance() {
    return this.#station.chance
  }
  get state() {
    return this.#station.lineState
  }
  takeFault = (path: string) => this.#station.takeFault(path)
  tell = (text: string) => this.#station.tell(text)

  async open(serverUrl: string): Promise<void> {
    const { timeline } = this.#network
    this.desk = await Desk.open(serverUrl, this.#station.of.scope, {
      folder: { path: this.#folder, remove: () => {} },
      clock: { now: this.#station.now, elapsedMs: () => timeline.now - this.#bootedAt },
      ids: { uuid: this.#station.uuid },
      openExchange: exchangeOver(this, this.#network),
      watched: this.witness.watching,
      after: (ms, run) => this.#after(ms, run),
    })
    const cursors = await this.desk.store.read
      .selectFrom('sync_state')
      .select('value')
      .where('name', 'like', 'cursor:%')
      .execute()
    for (const { value } of cursors) this.witness.standsAt(JSON.parse(value) as string)
    this.turning = false
  }

  #after(ms: number, run: () => void): () => void {
    this.timers += 1
    let due = true
    const over = () => {
      if (due) this.timers -= 1
      due = false
    }
    const callOff = this.#network.timeline.later(ms, () => {
      if (this.dead || !due) return
      over()
      this.#network.moves += 1
      run()
    })
    return () => {
      over()
      callOff()
    }
  }

  /** Ends in good order. */
  async close(): Promise<void> {
    this.turning = true
    await this.desk.sync.control.stop()
    await this.desk.store.close()
  }

  /** Nothing goes on in it before an answer or a timer comes. */
  get isParked(): boolean {
    return this.dead || this.turning || this.waiting > 0 || this.timers > 0
  }

  kill(): void {
    this.dead = true
    this.disk.die()
  }

  /** After its code has run out. */
  letGo(): void {
    this.errors()
    this.disk.close()
  }

  /** Moves what the engine logged to the station. */
  errors(): void {
    this.#station.errors.push(...(this.desk?.errors.splice(0) ?? []))
  }
}
