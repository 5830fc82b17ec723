import type { ReadDb, WriteDb } from './handles.ts'
import type { LastNumber } from './last-number.ts'
import type { LogMover } from './log-mover.ts'

/** The open database. */
export interface Store {
  /** Raw handle for reads outside the stores (sync, printing): committed state. */
  readonly read: ReadDb
  /** One write transaction at a time (BEGIN IMMEDIATE), rolled back when `run` throws. Use only `trx` inside. */
  inTransaction<T>(run: (trx: WriteDb) => Promise<T>): Promise<T>
  /**
   * The same for what can be had again: its commit does not wait for the disk. A power cut takes it away only together with everything after it, and the next
   * usual transaction makes it last. It ends soon when somebody waits for the database.
   */
  inTurn<T>(run: (trx: WriteDb, awaited: () => boolean) => Promise<T>): Promise<T>
  /** Rows for the first copy and for pulls: prepared once, run many times. Only inside `inTransaction`. */
  prepare(sql: string): Prepared
  /** Number of the last act that was acknowledged, as it stands beside the database. */
  readonly lastNumber: Pick<LastNumber, 'read'>
  /** It is written there when the transaction is committed. Only inside `inTransaction`. */
  noteLast(position: number): void
  /** For a long copy; to be ended. */
  moveLog(onTrouble: (cause: unknown) => void): Pick<LogMover, 'move' | 'end'>
  close(): Promise<void>
}

/** A statement prepared on the write connection; throws SqliteError. */
export interface Prepared {
  run(...values: readonly (string | number | bigint | Uint8Array | null)[]): { changes: number; lastId: number }
  all(...values: readonly (string | number | bigint | Uint8Array | null)[]): unknown[]
}
