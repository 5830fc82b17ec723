import type { Kysely } from 'kysely'
import type { Schema } from './schema.ts'

type Value = string | number | null

/** May read. A connection of its own: sees what is committed. */
export interface ReadDb extends Pick<Kysely<Schema>, 'selectFrom' | 'executeQuery' | 'getExecutor'> {
  readonly mode?: 'read' | 'write'
  /** A written-out statement, prepared once, without a query builder in between: for what every hand-over runs. */
  direct(sql: string, values: readonly Value[]): unknown[]
}

/** May also write: only inside a transaction of `Store.inTransaction`. */
export interface WriteDb extends ReadDb, Pick<Kysely<Schema>, 'insertInto' | 'updateTable' | 'deleteFrom'> {
  readonly mode?: 'write'
}
