import type { Salvage, SalvagedRow } from '../database/salvage/salvage.ts'
import { generationOf, positionOf, seqOf } from '../sync/position.ts'

/** What is known to have been done here and cannot be read any more, by position. */
export interface LostActs {
  /** All of them; those that the centre has come back from there. */
  readonly all: readonly number[]
  /** Those of which nothing says that the centre has them. */
  readonly unsent: readonly number[]
}

interface Known {
  /** Positions and hashes of the commands that were read. */
  readonly commands: readonly { readonly position: number; readonly hash: string; readonly decided: boolean }[]
  /** Entries of the audit chain that were read, after those that the centre has. */
  readonly audit: readonly SalvagedRow[]
  /** Every command up to this position has its verdict; null: not known any more. */
  readonly answeredUpTo: number | null
  /** The last one that was acknowledged; null: not known. */
  readonly acknowledged: number | null
}

/**
 * Numbers have no gap within a generation, so what is missing between two that were read is known. Rows whose content is gone, and indexes that still name a row, tell of more; and of
 * the last ones, whose pages are gone altogether, the audit chain knows how many there were.
 */
export function lostActs(source: Salvage, { commands, audit, answeredUpTo, acknowledged }: Known): LostActs {
  const here = new Set(commands.map(({ position }) => position))
  const named = [
    ...here,
    ...source.lostRows('command'),
    ...source.indexed('command_by_subject'),
    ...(acknowledged ? [acknowledged] : []),
  ]
  const known = [...withoutGaps(named, answeredUpTo), ...tailOf(named, commands, audit, here)]
  const all = [...new Set(known)].filter((position) => !here.has(position)).sort((a, b) => a - b)
  const decided = new Set(source.indexed('command_decided'))
  const unsent = all.filter((position) => position > (answeredUpTo ?? 0) && !decided.has(position))
  return { all, unsent }
}

/** Every number up to the last known one of each generation. A generation that was left ends where it ends, and one that another life of this device took may begin anywhere. */
function withoutGaps(named: readonly number[], answeredUpTo: number | null): readonly number[] {
  const generations = Map.groupBy(named, generationOf)
  return [...generations].flatMap(([generation, positions]) => {
    const last = Math.max(...positions)
    const first = Math.max(positionOf(generation, 1), Math.min((answeredUpTo ?? 0) + 1, ...positions))
    return Array.from({ length: last - first + 1 }, (_, nth) => first + nth)
  })
}

/** Acts that the audit chain names by their hash, and no command has: more than were found missing so far, so they stood at the end. */
function tailOf(
  named: readonly number[],
  commands: Known['commands'],
  audit: readonly SalvagedRow[],
  here: ReadonlySet<number>,
): readonly number[] {
  const hashes = new Set(commands.map(({ hash }) => hash))
  const without = audit.filter(({ entry }) => {
    const { commandHash } = JSON.parse(String(entry)) as { commandHash: string | null }
    return commandHash !== null && !hashes.has(commandHash)
  })
  const last = Math.max(0, ...named)
  const generation = Math.max(1, generationOf(last))
  const missing = new Set(withoutGaps(named, null).filter((position) => !here.has(position))).size
  const more = Math.max(0, without.length - missing)
  return Array.from({ length: more }, (_, nth) => positionOf(generation, seqOf(last) + 1 + nth))
}
