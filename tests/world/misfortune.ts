import { beginIncarnation } from '../../server/sync/incarnation.ts'
import { copyDatabase } from './disks.ts'
import type { Fault } from './faults.ts'
import type { Process, Station } from './station.ts'
import type { World } from './world.ts'

const killedWhen = {
  now: '',
  statement: ' in the middle of a transaction',
  commit: ' right after a COMMIT',
  'torn-commit': ' in the middle of a COMMIT',
} as const

type Of<K extends Fault['of']> = Fault & { readonly of: K }

/** Lets the planned faults happen, and puts everything in order again. */
export class Misfortune {
  readonly #world: World
  readonly #faults: readonly Fault[]
  readonly #gone: Process[] = []
  /** Spells under way, and starts of what was killed. */
  #open = 0
  #begun = 0
  happened = 0
  somethingWasPutBack = false

  constructor(world: World, faults: readonly Fault[]) {
    this.#world = world
    this.#faults = faults
  }

  get planned(): number {
    return this.#faults.length
  }

  /** Every fault has had its time. */
  get isOver(): boolean {
    return this.#begun === this.#faults.length && this.#open === 0
  }

  begin(): void {
    for (const fault of this.#faults) this.#later(fault.atMs, () => this.#let(fault))
  }

  /** One more, where too few of the planned ones came to anything. */
  more(): void {
    const { stations } = this.#world
    const station = stations[this.happened % stations.length] as Station
    this.#crash(station, { of: 'crash', at: 'now', left: 0, share: 0, atMs: 0, device: 0 })
  }

  /** No fault waits any more, every device and the centre run, every line is whole; clocks stay as they are. */
  async end(): Promise<void> {
    const { simulation, stations, grounds } = this.#world
    grounds.centre.failAt(null)
    simulation.centreIsDown = false
    for (const station of stations) {
      station.disarm()
      station.lineState = 'whole'
      station.running?.disk.crashAt('statement', Number.POSITIVE_INFINITY, () => {})
      station.running?.disk.full(false)
    }
    while (this.#open > 0) await simulation.step()
  }

  letGo(): void {
    for (const process of this.#gone) process.letGo()
    this.#gone.length = 0
  }

  #later(ms: number, run: () => void | Promise<void>): void {
    this.#world.simulation.timeline.later(ms, run)
  }

  #happens(text: string, who = 'Misfortune'): void {
    this.happened += 1
    this.#world.simulation.tell(who, text)
  }

  async #let(fault: Fault): Promise<void> {
    this.#begun += 1
    const station = this.#world.stations[fault.device] as Station
    switch (fault.of) {
      case 'line':
        return station.armLine(fault.path, fault.fault, () => {
          this.happened += 1
        })
      case 'spell':
        return this.#spell(station, fault)
      case 'crash':
        return this.#crash(station, fault)
      case 'clock':
        return this.#clock(station, fault)
      case 'restart':
        return this.#restart(station)
      case 'centre':
        return this.#centre(fault)
      case 'fold':
        return this.#fold(station.of.scope)
      case 'put-back':
        return fault.what === 'centre'
          ? this.#centrePutBack(fault.afterMs)
          : this.#devicePutBack(station, fault.afterMs)
    }
  }

  #spell(station: Station, { kind, forMs }: Of<'spell'>): void {
    const full = kind === 'disk-full'
    if (full) station.running?.disk.full(true)
    else station.lineState = kind
    this.#happens(
      { down: 'The line is down', portal: 'The Wi-Fi asks to sign in', 'disk-full': 'The disk is full' }[kind],
      station.of.name,
    )
    this.#open += 1
    this.#later(forMs, () => {
      this.#open -= 1
      if (full) station.running?.disk.full(false)
      else station.lineState = 'whole'
      station.tell(full ? 'There is room on the disk again' : 'The line is whole again')
    })
  }

  #crash(station: Station, { at, left, share }: Of<'crash'>): void {
    const { running } = station
    if (!running) return
    const die = () => {
      const kept = `${station.of.newFolder()}/kept`
      running.disk.copyTo(kept, at === 'torn-commit' ? share : null)
      this.#happens(`The program is killed${killedWhen[at]}`, station.of.name)
      station.kill()
      this.#gone.push(running)
      this.#startAgain(station, running, (file) => copyDatabase(kept, file))
    }
    if (at === 'now') die()
    else running.disk.crashAt(at, left, die)
  }

  #startAgain(station: Station, before: Process, copy: (file: string) => void): void {
    this.#open += 1
    this.#later(station.chance.whole(1_000, 30_000), async () => {
      this.#open -= 1
      await this.#startNow(station, before, copy)
    })
  }

  async #startNow(station: Station, before: Process, copy: (file: string) => void): Promise<void> {
    await station.start(copy, before.witness)
    station.tell('The program runs again')
    station.desk.sync.control.start()
  }

  async #restart(station: Station): Promise<void> {
    const { running } = station
    if (!running) return
    await running.close()
    this.#happens('The program is closed', station.of.name)
    station.kill()
    this.#gone.push(running)
    this.#startAgain(station, running, (file) => running.disk.copyTo(file))
  }

  #clock(station: Station, { whose, byMs }: Of<'clock'>): void {
    const { simulation } = this.#world
    if (whose === 'device') station.skewMs += byMs
    else simulation.centreSkewMs += byMs
    this.#happens(`The clock jumps by ${byMs / 1000} s`, whose === 'device' ? station.of.name : 'Centre')
  }

  #centre({ kind, left }: Of<'centre'>): void {
    const { simulation, grounds } = this.#world
    const says = {
      killed: 'The server is killed in the middle of a request',
      'killed-after-commit': 'The server is killed right after a COMMIT',
      'connection-lost': 'The server loses its database',
      'connection-lost-after-commit': 'The server loses its database while it waits for a COMMIT that was done',
    }
    const then = () => {
      this.#happens(says[kind], 'Centre')
      if (!kind.startsWith('killed')) return
      simulation.centreIsDown = true
      this.#open += 1
      this.#later(3_000, () => {
        this.#open -= 1
        simulation.centreIsDown = false
        simulation.tell('Centre', 'The server runs again')
      })
    }
    grounds.centre.failAt({ kind, left, then })
  }

  /** The disk of a device is copied now and put back later. */
  #devicePutBack(station: Station, afterMs: number): void {
    const kept = `${station.of.newFolder()}/kept`
    const from = station.running
    if (!from) return
    from.disk.copyTo(kept)
    station.tell('The disk is backed up')
    this.#open += 1
    this.#later(afterMs, async () => {
      this.#open -= 1
      const { running } = station
      if (!running) return
      station.kill()
      this.#gone.push(running)
      station.wasPutBack = true
      this.somethingWasPutBack = true
      this.#happens(`The disk is put back to what it was ${afterMs / 1000} s ago`, station.of.name)
      await this.#startNow(station, running, (file) => copyDatabase(kept, file))
      await this.#world.noteGone()
    })
  }

  #backups = 0
  /** The same with the database of the centre. */
  #centrePutBack(afterMs: number): void {
    const { centre } = this.#world.grounds
    const name = `backup_${this.#backups++}`
    centre.keep(name)
    this.#world.simulation.tell('Centre', 'The database is backed up')
    this.#open += 1
    this.#later(afterMs, async () => {
      this.#open -= 1
      centre.restore(name)
      // As the tool does that puts a backup back.
      const { db } = centre.city.server.centre
      await beginIncarnation(db, new Date(this.#world.simulation.timeline.now).toISOString(), 'put back')
      this.somethingWasPutBack = true
      this.#happens(`The database is put back to what it was ${afterMs / 1000} s ago`, 'Centre')
      await this.#world.noteGone()
    })
  }

  /** The centre forgets how it came to the rows of today: older cursors are of no use any more. */
  async #fold(scope: string): Promise<void> {
    const { db } = this.#world.grounds.centre.city.server.centre
    await db.transaction().execute(async (trx) => {
      const { seq } = await trx.selectFrom('scopes').select('seq').where('scope', '=', scope).executeTakeFirstOrThrow()
      await trx.updateTable('scopes').set({ folded_seq: seq }).where('scope', '=', scope).execute()
      await trx.deleteFrom('changes').where('scope', '=', scope).where('seq', '<=', seq).execute()
    })
    this.#happens(`All changes of ${scope} are folded away`, 'Centre')
  }
}
