import type { Chance } from '../../server/simulate/chance.ts'
import type { Office } from './office.ts'

interface Victim {
  readonly name: string
  readonly weight: number
  up(): boolean
  /** What was seen of it when it was dead. */
  kill(): Promise<string>
  revive(): Promise<void>
}

export interface Killings {
  readonly survived: number
  readonly failed: number
}

/** Who may die, and how often each is chosen. */
function victimsOf({ centre, desks }: Office): readonly Victim[] {
  const server: Victim = {
    name: 'server',
    weight: 3,
    up: () => centre.serverUp,
    kill: () => centre.killServer().then(() => ''),
    revive: () => centre.startServer(),
  }
  const postgres: Victim = {
    name: 'PostgreSQL',
    weight: 2,
    up: () => centre.postgresUp,
    kill: () => centre.killPostgres().then(() => ''),
    revive: () => centre.startPostgres(),
  }
  const engines = desks.map(
    (desk): Victim => ({
      name: desk.name,
      weight: 2,
      up: () => desk.up,
      kill: async () => {
        const underWay = desk.underWay
        const integrity = await desk.kill()
        return `${underWay === null ? '' : `while ${underWay} was under way; `}integrity_check ${integrity}`
      },
      revive: () => desk.start(),
    }),
  )
  return [server, postgres, ...engines]
}

/** Somebody can record, and be told by the centre what became of it. */
const workGoesOn =
  ({ centre, desks }: Office) =>
  () =>
    centre.serverUp && centre.postgresUp && desks.some((desk) => desk.up)

const passing = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Kills one living process after the other at moments drawn by chance; each is started again at once, and others die meanwhile. Tells each death in a line. */
export async function killByChance(
  office: Office,
  chance: Chance,
  kills: number,
  tell: (line: string) => void,
): Promise<Killings> {
  const victims = victimsOf(office)
  const began = Date.now()
  const revivals = new Set<Promise<void>>()
  const result = { survived: 0, failed: 0 }
  for (let number = 1; number <= kills; number++) {
    // Mostly while work goes on, sometimes while others lie dead already.
    const atWork = chance.happens(0.8) ? workGoesOn(office) : () => victims.some((victim) => victim.up())
    while (!atWork()) await Promise.race(revivals)
    // The moment itself is what is tried, so it is drawn; sometimes right after the last one.
    await passing(chance.happens(0.2) ? chance.whole(0, 30) : chance.whole(100, 1_800))
    const living = victims.filter((victim) => victim.up())
    if (living.length === 0) throw new Error('all of them died by themselves')
    const victim = chance.pick(living.flatMap((one) => Array<Victim>(one.weight).fill(one)))
    const at = ((Date.now() - began) / 1000).toFixed(1)
    const seen = await victim.kill()
    const died = Date.now()
    const death = `#${number} at ${at} s: ${victim.name} killed${seen === '' ? '' : ` ${seen}`}`
    const revival = victim.revive().then(
      () => {
        const broken = seen !== '' && !seen.endsWith('ok')
        result[broken ? 'failed' : 'survived'] += 1
        const back = ((Date.now() - died) / 1000).toFixed(1)
        tell(`${death}; back after ${back} s`)
      },
      (cause) => {
        result.failed += 1
        tell(`${death}; IT DOES NOT COME BACK: ${cause}`)
      },
    )
    revivals.add(revival)
    void revival.finally(() => revivals.delete(revival))
  }
  await Promise.all(revivals)
  return result
}
