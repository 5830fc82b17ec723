import type { SimulatedCentre } from './centre.ts'
import { Disk } from './disks.ts'
import type { Network } from './network.ts'
import { Timeline } from './timeline.ts'

/** Turns of the event loop in which nothing moved: then everything waits for what the timeline brings next. */
const calmTurns = 3
const mostTurns = 100_000

/** Everything of a world that is not the devices: time, the centre, and the rule that only one thing happens at a time. */
export class Simulation implements Network {
  readonly timeline: Timeline
  readonly centre: SimulatedCentre
  centreIsDown = false
  centreSkewMs = 0
  moves = 0
  readonly processes = new Set<{ readonly isParked: boolean }>()
  readonly story: string[] = []
  readonly #startsAt: number

  constructor(centre: SimulatedCentre, startsAt: number) {
    this.timeline = new Timeline(startsAt)
    this.centre = centre
    this.#startsAt = startsAt
  }

  tell(who: string, text: string): void {
    const seconds = ((this.timeline.now - this.#startsAt) / 1000).toFixed(3).padStart(9)
    this.story.push(`${seconds} s  ${who}: ${text}`)
  }

  /** Lets the code of all devices run until each waits for an answer or a timer. */
  async quiet(): Promise<void> {
    let calm = 0
    for (let turn = 0; turn < mostTurns; turn++) {
      const before = this.moves + Disk.statements
      await new Promise(setImmediate)
      calm = this.moves + Disk.statements === before ? calm + 1 : 0
      if (calm >= calmTurns && this.#allParked()) return
    }
    throw new Error('a device does not come to rest')
  }

  #allParked(): boolean {
    for (const process of this.processes) if (!process.isParked) return false
    return true
  }

  /** One happening and all that follows from it at once; false when nothing is to happen any more. */
  async step(): Promise<boolean> {
    const went = await this.timeline.next()
    await this.quiet()
    return went
  }

  /** Lets time pass until the promise is settled. */
  async until<T>(promise: Promise<T>): Promise<T> {
    let settled = false
    const over = () => {
      settled = true
    }
    promise.then(over, over)
    await this.quiet()
    while (!settled)
      if (!(await this.step()) && !settled) throw new Error('nothing happens any more, and it is not over')
    return promise
  }
}
