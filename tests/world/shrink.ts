import type { Grounds } from './grounds.ts'
import { runWorld, type WorldEnd } from './world.ts'

export interface Shrunk {
  readonly end: WorldEnd
  /** Numbers of the faults that it breaks without. */
  readonly without: ReadonlySet<number>
}

/** The same world with as few of its faults as it takes to break it, one left out after the other. */
export async function shrunk(grounds: Grounds, end: WorldEnd): Promise<Shrunk> {
  let smallest: Shrunk = { end, without: new Set() }
  for (let number = 0; number < end.planned; number++) {
    const without = new Set([...smallest.without, number])
    const again = await runWorld(grounds, end.seed, without)
    if (again.broken.length > 0) smallest = { end: again, without }
  }
  return smallest
}
