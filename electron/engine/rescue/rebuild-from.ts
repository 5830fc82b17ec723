import type { Salvage } from '../database/salvage/salvage.ts'

/** `all`: of the database in use and of the backup. */
type RowsFrom = 'all' | 'backup' | 'none'

/** What a new database is made of. Either may be missing, not both. */
export interface RebuildFrom {
  /** The database that was in use, whatever is left of it: the last word about what was done here. */
  readonly current: Salvage | null
  /** A backup, for what the other one does not have any more. */
  readonly backup: Salvage | null
  /** Position of the last act that was acknowledged here; null: not known. */
  readonly acknowledged: number | null
  /** Where the centre's rows come from; `none`: the centre is asked for all of them. */
  readonly rows: RowsFrom
}
