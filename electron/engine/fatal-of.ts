import type { FatalCode } from '#shared/contract/shell/lifecycle.ts'
import type { DatabaseTroubleKind } from './usecases/database-trouble.ts'

const codes: Record<DatabaseTroubleKind, FatalCode> = {
  'disk-full': 'no-room',
  damaged: 'database-damaged',
  newer: 'database-newer',
  'key-wrong': 'key-wrong',
  locked: 'database-locked',
  'update-failed': 'update-failed',
}

/** Under which name a person is told why there is no database. */
export const fatalOf = (trouble: DatabaseTroubleKind | null): FatalCode =>
  trouble === null ? 'unknown' : codes[trouble]
