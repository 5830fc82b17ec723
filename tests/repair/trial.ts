import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { backupFolderOf, listBackups } from '../../electron/engine/database/backup/backup-folder.ts'
import { takeBackup } from '../../electron/engine/database/backup/take-backup.ts'
import { inWorker } from '../../electron/engine/database/in-worker.ts'
import { openStore } from '../../electron/engine/database/open.ts'
import type { Reckoned } from '../../electron/engine/rescue/reckon.ts'
import { rescue, type Way } from '../../electron/engine/rescue/rescue.ts'
import { seqOf } from '../../electron/engine/sync/position.ts'
import { troubleOf } from '../../electron/engine/usecases/database-trouble.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'
import { type City, cardId } from '../sync/city.ts'
import { Desk, deskFile, deskKey } from '../sync/desk.ts'
import { Chance } from './chance.ts'
import { harm } from './damage.ts'
import { readableCommands } from './readable.ts'
import { seedRegion } from './seed-region.ts'

/** What went wrong; nothing is what everybody wants. */
export interface Trial {
  readonly told: string
  readonly wrong: readonly string[]
}

interface Unsent {
  readonly position: number
  readonly id: string
}

/**
 * A real desk works, sends a part of it and not the rest; its real encrypted database is harmed; whoever sits there repairs. Afterwards all that the centre had is here and there once,
 * every unsent act whose bytes are whole is sent, and every other one is named by its number.
 */
export async function trial(city: City, seed: number): Promise<Trial> {
  const chance = new Chance(seed)
  const scope = await city.office(14)
  const desk = await Desk.enrolled(city.url, scope, await city.enrolmentCode(scope))
  const unsent = await work(desk, chance)
  // Closed as every evening, or as it lies on the disk while somebody works.
  const closed = chance.next() < 0.6
  if (closed) await desk.leave()
  const live = desk.backUp()
  if (!closed) await desk.leave()
  using place = temporaryFolder('repair')
  const folder = join(place.path, 'desk')
  cpSync(live.path, folder, { recursive: true })
  const file = join(folder, deskFile)
  const harmed = harm(file, chance)
  const readable = readableCommands(join(live.path, deskFile), file)
  live.remove()
  const found = await lookAtIt(file)
  const way = found === 'whole' ? null : wayFor(file, chance)
  const told = `seed ${seed}: ${harmed}${closed ? '' : ', open'}; ${found}; ${way?.way ?? 'goes on'}`
  try {
    const reckoned = way && (await rescue(placeOf(file), way))
    const wrong = await afterwards({ city, scope, folder, unsent, readable, reckoned })
    return {
      told: `${told}${reckoned ? `; ${JSON.stringify(reckoned)}` : ''}`,
      wrong: found.startsWith('thrown') ? [`no message of its own: ${found}`, ...wrong] : wrong,
    }
  } catch (cause) {
    return { told, wrong: [`thrown: ${cause instanceof Error ? cause.stack : cause}`] }
  }
}

const now = () => new Date().toISOString()
const placeOf = (file: string) => ({
  ...{ file, key: deskKey, sqliteBinding: undefined, now: now(), seedRegion },
  log: { info: () => {}, error: () => {} },
  onRows: () => {},
})

/** Some acts that the centre has, a backup perhaps, some more, and some that it has not: those are returned. */
async function work(desk: Desk, chance: Chance): Promise<readonly Unsent[]> {
  let card = 0
  const acts = async (count: number) => {
    for (let left = count; left > 0; left--)
      await desk.handOver(cardId(desk.scope, ++card), Buffer.alloc(100 + chance.below(9000), card))
  }
  const send = async () => {
    if (!(await desk.round()).ok) throw new Error('the desk could not send')
  }
  await acts(1 + chance.below(4))
  await send()
  if (chance.next() < 0.4) await takeBackup(desk.database, 'daily', now())
  await acts(chance.below(4))
  await send()
  await acts(1 + chance.below(6))
  return desk.store.read.selectFrom('command').select(['position', 'id']).where('verdict', 'is', null).execute()
}

/** What the program finds at its start, or in the background soon after. */
async function lookAtIt(file: string): Promise<string> {
  try {
    const store = await openStore({ file, key: deskKey, sqliteBinding: undefined, now: now() })
    await store.close()
  } catch (cause) {
    return troubleOf(cause) ?? `thrown ${cause}`
  }
  const broken = await inWorker({ do: 'check', from: { file, key: deskKey, sqliteBinding: undefined } })
  return broken === null ? 'whole' : 'found in the background'
}

function wayFor(file: string, chance: Chance): Way {
  const [backup] = listBackups(backupFolderOf(file))
  const kind = chance.one<Way['way']>(['repair', 'repair', 'copy-anew', backup ? 'restore' : 'repair'])
  return kind === 'restore' ? { way: kind, backup: backup?.name ?? '' } : { way: kind }
}

interface After {
  readonly city: City
  readonly scope: string
  readonly folder: string
  readonly unsent: readonly Unsent[]
  readonly readable: ReadonlySet<number>
  readonly reckoned: Reckoned | null
}

async function afterwards(after: After): Promise<readonly string[]> {
  const { city, scope, folder, reckoned } = after
  const desk = await Desk.open(city.url, scope, { folder: { path: folder, remove: () => {} } })
  try {
    const here = new Set((await desk.commands()).ids)
    const wrong = acts(after, here, await told(desk))
    if (reckoned && !reckoned.enrolled) return wrong
    return [...wrong, ...(await inTheEnd(city, desk))]
  } finally {
    await desk.leave()
  }
}

/** Positions that the program names as lost. */
async function told(desk: Desk): Promise<ReadonlySet<number>> {
  const raised = await desk.store.read
    .selectFrom('sync_exception')
    .select('details')
    .where('code', '=', 'acts-lost')
    .execute()
  return new Set(raised.flatMap(({ details }) => (JSON.parse(details).positions as string).split(' ').map(Number)))
}

/** Every unsent act is here, or could not be read; and then it is named. */
function acts(
  { unsent, readable, reckoned }: After,
  here: ReadonlySet<string>,
  named: ReadonlySet<number>,
): readonly string[] {
  return unsent
    .filter(({ id }) => !here.has(id))
    .flatMap(({ position }) => {
      if (readable.has(position)) return [`act ${seqOf(position)} could be read and is not here`]
      return named.has(position) ? [] : [`act ${seqOf(position)} is lost and not named (${reckoned?.lost})`]
    })
}

/** With the centre again: both have the same, each act once. */
async function inTheEnd(city: City, desk: Desk): Promise<readonly string[]> {
  for (let rounds = 0; rounds < 3; rounds++) await desk.round()
  const { ids, waiting } = await desk.commands()
  const wrong: string[] = []
  const same = (what: string, one: unknown, other: unknown) => {
    const [here, there] = [JSON.stringify(one), JSON.stringify(other)]
    if (here !== there) wrong.push(`${what}: ${apart(here, there)}`)
  }
  same('waiting', waiting, 0)
  same('acts here and at the centre', [...new Set(ids)].sort(), await city.verdicts(desk.scope))
  // The centre may have an act in two lives of the desk, where only its verdict was lost: it counts once.
  same('acts applied at the centre, each once', [...new Set(ids)].sort(), await city.applied(desk.scope))
  const sorted = (rows: Record<string, unknown>) => Object.entries(rows).sort(([a], [b]) => (a < b ? -1 : 1))
  same('rows', sorted(await desk.rows()), sorted(await city.rows(desk.scope)))
  same('chain', (await desk.overview()).chainIntact, true)
  same('errors', desk.errors, [])
  return wrong
}

/** What two texts say where they part. */
function apart(one: string, other: string): string {
  const at = [...one].findIndex((letter, nth) => letter !== other[nth])
  const from = Math.max(0, (at === -1 ? one.length : at) - 40)
  return `${one.slice(from, from + 260)} / ${other.slice(from, from + 260)}`
}
