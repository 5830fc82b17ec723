import { holderOfToken } from '../../server/devices/note-act.ts'
import { readmitDevice } from '../../server/devices/readmit-device.ts'
import { type Chance, chanceOf } from '../../server/simulate/chance.ts'
import { Acting } from './acting.ts'
import { isAtRest } from './at-rest.ts'
import { copyDatabase } from './disks.ts'
import { type Fault, planFaults } from './faults.ts'
import { type Grounds, startsAt } from './grounds.ts'
import { findings } from './invariants.ts'
import { Misfortune } from './misfortune.ts'
import { Simulation } from './simulation.ts'
import { Station } from './station.ts'

export interface WorldEnd {
  readonly seed: number
  /** What did not hold; empty when all did. */
  readonly broken: readonly string[]
  readonly story: readonly string[]
  readonly commands: number
  readonly faults: number
  readonly devices: number
  /** Faults that the seed holds, with those left out. */
  readonly planned: number
}

/** Least of each in a world; one with less is not counted as passed. */
export const leastCommands = 30
export const leastFaults = 5
/** Rounds of all devices after the last fault until nothing moves any more. */
const mostRounds = 6
/** Within this time all faults begin. */
const lastsMs = 100_000

/** One world: devices, people at them and everything that goes wrong, as the seed says. Faults with the numbers in `without` are left out. */
export async function runWorld(
  grounds: Grounds,
  seed: number,
  without: ReadonlySet<number> = new Set(),
): Promise<WorldEnd> {
  grounds.begin(seed)
  const world = new World(grounds, seed, without)
  try {
    await world.live()
  } catch (cause) {
    world.broke(`${cause instanceof Error ? (cause.stack ?? cause.message) : cause}`)
  } finally {
    world.end()
    grounds.clear()
  }
  return world.told()
}

export class World {
  readonly grounds: Grounds
  readonly seed: number
  readonly simulation: Simulation
  readonly stations: Station[] = []
  readonly faults: readonly Fault[]
  readonly #acting: Acting
  readonly #misfortune: Misfortune
  readonly #broken: string[] = []
  /** Commands lost with a disk or database that was put back. */
  readonly gone = new Set<string>()

  constructor(grounds: Grounds, seed: number, without: ReadonlySet<number>) {
    this.grounds = grounds
    this.seed = seed
    this.simulation = new Simulation(grounds.centre, startsAt)
    const chance = chanceOf(seed)
    const devices = chance.happens(0.3) ? grounds.devices : grounds.devices.slice(0, 3)
    for (const device of devices) this.stations.push(this.#station(device, chance))
    this.faults = planFaults(chance, devices.length, lastsMs)
    this.#acting = new Acting(this, chanceOf(seed + 1_000_003), this.faults.length)
    this.#misfortune = new Misfortune(
      this,
      this.faults.filter((_, number) => !without.has(number)),
    )
  }

  #station({ name, scope }: Grounds['devices'][number], chance: Chance): Station {
    const of = {
      name,
      scope,
      seed: chance.whole(1, 2 ** 31),
      newFolder: () => this.grounds.newFolder(),
      complain: (what: string) => this.broke(what),
    }
    const station = new Station(of, this.simulation)
    station.skewMs = chance.happens(0.3) ? chance.whole(-200_000, 200_000) : chance.whole(-900, 900)
    return station
  }

  async live(): Promise<void> {
    for (const [index, station] of this.stations.entries()) {
      await station.start((file) => copyDatabase(this.grounds.devices[index]?.file ?? '', file))
      station.desk.sync.control.start()
      await this.simulation.quiet()
    }
    this.#misfortune.begin()
    this.#acting.begin()
    while (!(this.#acting.isOver && this.#misfortune.isOver) && this.isWhole) await this.simulation.step()
    while (this.isWhole && this.#misfortune.happened < leastFaults && this.#misfortune.planned === this.faults.length) {
      this.#misfortune.more()
      while (!this.#misfortune.isOver) await this.simulation.step()
    }
    if (!this.isWhole) return
    await this.#calm()
    if (this.isWhole) for (const finding of await findings(this)) this.broke(finding)
    if (this.#acting.committed < leastCommands) this.broke(`only ${this.#acting.committed} commands`)
    if (this.#misfortune.happened < leastFaults && this.faults.length === this.#misfortune.planned)
      this.broke(`only ${this.#misfortune.happened} faults`)
  }

  /**
   * All lines are whole: the devices have so many rounds until nothing waits and nothing comes any more. Who has reached that need not go round again, unless
   * something was put back: then a device may hear of it only in its next round.
   */
  async #calm(): Promise<void> {
    this.simulation.tell('World', 'Nothing goes wrong any more')
    await this.#misfortune.end()
    // Longer than a token lives: then every device hears where the centre stands with it.
    if (this.#misfortune.somethingWasPutBack) this.simulation.timeline.sleep(3_700_000)
    for (let round = 0; round < mostRounds; round++) {
      let moved = 0
      for (const station of this.stations) {
        if (round > 0 && (await this.#isDone(station))) continue
        const done = await this.#rounded(station)
        if (!done.ok)
          return this.broke(
            `${station.of.name} cannot sync: ${JSON.stringify(done.refusal)} ${station.desk.errors.join()}`,
          )
        moved += done.value.sent + done.value.received
      }
      if (moved === 0 && round > 0) return
    }
    this.broke(`not at rest after ${mostRounds} rounds`)
  }

  #isDone = async (station: Station) =>
    !this.#misfortune.somethingWasPutBack && (await isAtRest(station, this.grounds.centre.city))

  async #rounded(station: Station) {
    const done = await this.simulation.until(station.desk.round())
    if (done.ok || done.refusal.code !== 'device-copied') return done
    // A disk of before the last new generation: a person says that this is the computer to go on.
    const { centre } = this.grounds.centre.city.server
    const { deviceId } = (await station.desk.sync.deviceIn(station.desk.store.read).current()) ?? { deviceId: '' }
    await readmitDevice(centre, deviceId, holderOfToken('tests'))
    station.tell('A person says that this computer is the one to go on')
    return this.simulation.until(station.desk.round())
  }

  /**
   * Something was put back: what is now on no disk of a device, nor at the centre, was lost with the newer disk and is missed by nobody. (It may still come, if
   * it is on its way.)
   */
  async noteGone(): Promise<void> {
    const { db } = this.grounds.centre.city.server.centre
    const kept = new Set((await db.selectFrom('commands').select('id').execute()).map(({ id }) => id))
    for (const station of this.stations) {
      // One that is being started again may still have everything that it ever had.
      const ids = station.running ? (await station.desk.commands()).ids : station.committed
      for (const id of ids) kept.add(id)
    }
    for (const { committed } of this.stations) for (const id of committed) if (!kept.has(id)) this.gone.add(id)
  }

  get isWhole(): boolean {
    return this.#broken.length === 0
  }

  /** Acknowledged to the person at the desk. */
  get acknowledged(): ReadonlyMap<string, string> {
    return this.#acting.acknowledged
  }

  broke(what: string): void {
    if (this.isWhole) this.simulation.tell('BROKEN', what)
    this.#broken.push(what)
  }

  end(): void {
    for (const station of this.stations) station.kill()?.letGo()
    this.#misfortune.letGo()
  }

  told(): WorldEnd {
    return {
      seed: this.seed,
      broken: this.#broken,
      story: this.simulation.story,
      commands: this.#acting.committed,
      faults: this.#misfortune.happened,
      devices: this.stations.length,
      planned: this.faults.length,
    }
  }
}
