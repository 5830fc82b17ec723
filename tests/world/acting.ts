import fc from 'fast-check'
import type { Act } from '#shared/domain/act/acts.ts'
import { actOf, aStep, type Step } from '#shared/domain/act/testing/live-acts.ts'
import type { Card } from '#shared/domain/card/card.ts'
import type { DoneBy } from '#shared/domain/movement/movement.ts'
import { issueKitir } from '../../electron/engine/usecases/application/issue-kitir.ts'
import { DatabaseTrouble } from '../../electron/engine/usecases/database-trouble.ts'
import { paperNumber } from '../../electron/engine/usecases/paper-number.ts'
import type { Signer } from '../../electron/engine/usecases/ports.ts'
import type { WriteSet } from '../../electron/engine/usecases/stores.ts'
import type { Chance } from '../../server/simulate/chance.ts'
import { cardRow, staffId, supervisorId } from '../sync/city.ts'
import { signedBy, subjectOf } from '../sync/office.ts'
import { wanderers } from './grounds.ts'
import type { Station } from './station.ts'
import { leastCommands, type World } from './world.ts'

/** Drawn from what a desk shows; what only the Dinas does is left out. */
const anAct = aStep.filter(({ what }) => what !== 'dispatch')

/** The people at the desks: each does one thing after the other, as the desk shows the world to them, whatever is going wrong. */
export class Acting {
  readonly #world: World
  readonly #chance: Chance
  readonly #steps: readonly Step[]
  readonly #wanted: number
  #tried = 0
  committed = 0
  /** Commands that a person was told of, and at which desk. */
  readonly acknowledged = new Map<string, string>()

  constructor(world: World, chance: Chance, faults: number) {
    this.#world = world
    this.#chance = chance
    this.#wanted = chance.whole(leastCommands, leastCommands + 3)
    this.#steps = fc.sample(anAct, { numRuns: 6 * this.#wanted + faults, seed: world.seed })
  }

  begin(): void {
    this.#next(this.#chance.whole(100, 3_000))
    this.#world.simulation.timeline.later(this.#chance.whole(5_000, 70_000), () => this.#cardsWander())
  }

  get isOver(): boolean {
    return this.committed >= this.#wanted || this.#tried >= this.#steps.length
  }

  #next(afterMs: number): void {
    this.#world.simulation.timeline.later(afterMs, async () => {
      const step = this.#steps[this.#tried]
      if (!step || this.isOver || !this.#world.isWhole) return
      const running = this.#world.stations.filter((station) => station.running)
      if (running.length === 0) return this.#next(1_000)
      this.#tried += 1
      const did = await this.#try(this.#chance.pick(running), step)
      this.#next(did ? this.#pause() : 10)
    })
  }

  /** A queue at the counter, or a quiet hour. */
  #pause = () => (this.#chance.happens(0.8) ? this.#chance.whole(50, 2_000) : this.#chance.whole(4_000, 15_000))

  /** Every fifth one signs for the first time: a file that goes up, which costs as much as several acts. */
  #ink = () => (this.#chance.happens(0.2) ? `ink of act ${this.#tried}` : 'ink of before')

  /** True when something was done, or failed. */
  async #try(station: Station, step: Step): Promise<boolean> {
    const process = station.running
    if (!process) return false
    try {
      const desk = station.desk
      const made = actOf(step, await desk.world(), `${this.#world.seed}-${this.#tried}`)
      if (!made) return false
      const usual = made.type === 'case.settle' ? supervisorId(desk.scope) : staffId(desk.scope)
      const who = step.permitted ? usual : 'nobody-of-this-office'
      const signer = await desk.sync.signer()
      const numbered = (by: DoneBy, ink: string, tx: WriteSet) => withItsNumber(signedBy(made, by, ink), tx, signer)
      const id = await desk.act(numbered, subjectOf(made), who, this.#ink())
      this.acknowledged.set(id, station.of.name)
      this.committed += 1
      station.tell(
        `${step.what} of ${subjectOf(made)} is recorded (${id})${step.permitted ? '' : ' by somebody who may not'}`,
      )
      if (this.#chance.happens(0.25)) process.desk.sync.control.wake()
      return true
    } catch (cause) {
      if (process.dead) return true
      if (cause instanceof DatabaseTrouble && cause.kind === 'disk-full') {
        station.tell(`${step.what} is not recorded: the disk is full`)
        return true
      }
      throw cause
    }
  }

  /** The Dinas sends cards that nobody counted yet to the other office. */
  async #cardsWander(): Promise<void> {
    const { grounds, simulation } = this.#world
    const [first, second] = grounds.offices
    const rows = await grounds.centre.city.rows(first)
    const untouched = wanderers(first).flatMap(({ id }) => {
      const card = (rows[`card/${id}`] as { row: Card } | undefined)?.row
      return card?.state === 'print-queue' && card.caseId === null ? [{ ...card, scope: second }] : []
    })
    await grounds.centre.city.write(untouched.map(cardRow))
    simulation.tell('Centre', `${untouched.length} cards move from ${first} to ${second}`)
  }
}

/** As the use cases number what they record. */
async function withItsNumber(act: Act, tx: WriteSet, signer: Signer): Promise<Act> {
  if (act.type === 'handover.record') {
    const receiptNumber = await paperNumber(tx, 'BST', act.payload.at, (counter) => tx.numbers.next(counter))
    return { ...act, payload: { ...act.payload, receiptNumber } }
  }
  if (act.type !== 'application.file' && act.type !== 'ekitir.reissue') return act
  const device = await tx.device.current()
  if (device === null) throw new Error('a slip needs an enrolled device')
  const prepared = { ...act.payload.kitir, pin: '481516' }
  const kitir = await issueKitir(tx, prepared, { device, signer, at: act.payload.at })
  return { ...act, payload: { ...act.payload, kitir } } as Act
}
