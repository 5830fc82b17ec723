/** Why the database cannot be used. */
export type DatabaseTroubleKind = 'key-wrong' | 'damaged' | 'newer' | 'disk-full' | 'locked' | 'update-failed'

export class DatabaseTrouble extends Error {
  readonly kind: DatabaseTroubleKind

  constructor(kind: DatabaseTroubleKind, cause: unknown) {
    super(`database: ${kind}`, { cause })
    this.kind = kind
  }
}

const kindByCode: readonly (readonly [string, DatabaseTroubleKind])[] = [
  ['SQLITE_FULL', 'disk-full'],
  ['SQLITE_IOERR_WRITE', 'disk-full'],
  ['SQLITE_IOERR_FSYNC', 'disk-full'],
  ['SQLITE_IOERR_TRUNCATE', 'disk-full'],
  ['SQLITE_IOERR_SHMSIZE', 'disk-full'],
  ['SQLITE_IOERR_SHMMAP', 'disk-full'],
  ['ENOSPC', 'disk-full'],
  ['SQLITE_NOTADB', 'damaged'],
  ['SQLITE_CORRUPT', 'damaged'],
  ['SQLITE_IOERR_SHORT_READ', 'damaged'],
  ['SQLITE_IOERR_READ', 'damaged'],
  ['SQLITE_IOERR_CORRUPTFS', 'damaged'],
  ['SQLITE_BUSY', 'locked'],
]

/** What an error of SQLite or of the file system says about the database; null when it says nothing. */
export function troubleOf(cause: unknown): DatabaseTroubleKind | null {
  if (cause instanceof DatabaseTrouble) return cause.kind
  const code = cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : ''
  return kindByCode.find(([start]) => code.startsWith(start))?.[1] ?? null
}
