import type { Kysely } from 'kysely'
import type { Schema } from './schema.ts'

/** May read. A connection of its own: sees what is committed. */
export interface ReadDb extends Pick<Kysely<Schema>, 'selectFrom' | 'executeQuery' | 'getExecutor'> {
  readonly mode?: 'read' | 'write'
}

/** May also write: only inside a transaction of `Store.inTransaction`. */
export interface WriteDb extends ReadDb, Pick<Kysely<Schema>, 'insertInto' | 'updateTable' | 'deleteFrom'> {
  readonly mode?: 'write'
}
