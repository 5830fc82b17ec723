import type { RescueWay } from '#shared/contract/engine/keeping.ts'
import type { FatalCode } from '#shared/contract/shell/lifecycle.ts'

/** The key is read once, at the start of the program. */
const withoutKey: readonly RescueWay[] = ['code']
const damaged: readonly RescueWay[] = ['repair', 'restore', 'copy-anew', 'open']
const again: readonly RescueWay[] = ['open']

const ways: Record<FatalCode, readonly RescueWay[]> = {
  'database-damaged': damaged,
  'key-wrong': withoutKey,
  'key-file-damaged': withoutKey,
  'key-file-unreadable': withoutKey,
  'key-missing': withoutKey,
  // Whatever it is, the database is kept, and trying again may be all it needs.
  'database-locked': again,
  'no-room': again,
  'update-failed': again,
  unknown: damaged,
  // Nothing that can be done here: another program, another computer.
  'database-newer': [],
  'key-store-missing': [],
  'key-unprotected': [],
  'engine-crashing': [],
  revoked: [],
}

/** What can be done about a trouble, the best first. */
export const waysOut = (trouble: FatalCode | null, hasBackup: boolean): readonly RescueWay[] =>
  trouble === null ? [] : ways[trouble].filter((way) => way !== 'restore' || hasBackup)
