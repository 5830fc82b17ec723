import type { ReadDb, WriteDb } from './handles.ts'

/** The open database. */
export interface Store {
  /** Raw handle for reads outside the stores (sync, printing): committed state. */
  readonly read: ReadDb
  /** One write transaction at a time (BEGIN IMMEDIATE), rolled back when `run` throws. Use only `trx` inside. */
  inTransaction<T>(run: (trx: WriteDb) => Promise<T>): Promise<T>
  /** Rows for the first copy and for pulls: prepared once, run many times. Only inside `inTransaction`. */
  prepare(sql: string): Prepared
  close(): Promise<void>
}

/** A statement prepared on the write connection; throws SqliteError. */
export interface Prepared {
  run(...values: readonly (string | number | bigint | Uint8Array | null)[]): { changes: number; lastId: number }
  all(...values: readonly (string | number | bigint | Uint8Array | null)[]): unknown[]
}
