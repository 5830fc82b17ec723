import { chanceOf } from '../../server/simulate/chance.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'
import { type Finding, findings } from './aftermath.ts'
import { workDay } from './clerks-day.ts'
import { killByChance } from './kill-by-chance.ts'
import { openOffice } from './office.ts'

export interface Played {
  readonly survived: number
  readonly failedKills: number
  readonly findings: readonly Finding[]
  /** Acts that were acknowledged. */
  readonly acts: number
}

interface Plan {
  readonly seed: number
  readonly kills: number
  readonly desks: number
  readonly cards: number
}

/** A day of an office in which everything dies again and again; then it comes to rest and is looked at. Tells what happens, a line each. */
export async function play({ seed, kills, desks, cards }: Plan, tell: (line: string) => void): Promise<Played> {
  using folder = temporaryFolder('faults')
  const chance = chanceOf(seed)
  const office = await openOffice(folder.path, chance, { desks, cards })
  try {
    tell(`an office of ${desks} desks with ${office.cardIds.length} cards that lie ready, seed ${seed}`)
    let over = false
    for (const line of office.lines) line.rough = true
    const days = office.desks.map((desk, number) => workDay(desk, office, chanceOf(seed + number + 1), () => over))
    const killings = await killByChance(office, chance, kills, tell)
    over = true
    const done = await Promise.all(days)
    const acknowledged = done.flatMap((day) => day.acknowledged)
    tell(`${acknowledged.length} acts were acknowledged; refused: ${JSON.stringify(done.map((day) => day.refused))}`)
    for (const line of office.lines) {
      tell(`the line at port ${line.port}: ${JSON.stringify(line.befallen)}`)
      line.mend()
    }
    await Promise.all(office.desks.map((desk) => desk.comeToRest()))
    // What the last one sent is now to be seen by all.
    await Promise.all(office.desks.map((desk) => desk.comeToRest()))
    await Promise.all(office.desks.map((desk) => desk.stop()))
    const found = await findings(office, acknowledged)
    for (const { claim, wrong } of found)
      tell(`${wrong === null ? 'ok     ' : 'WRONG  '}${claim}${wrong ? `: NOT ${wrong}` : ''}`)
    return { survived: killings.survived, failedKills: killings.failed, findings: found, acts: acknowledged.length }
  } finally {
    await office.close()
  }
}
