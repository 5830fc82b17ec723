import type { Announce, Clock, Log, Shell } from '../usecases/ports.ts'
import type { ReadSet, WriteSet } from '../usecases/stores.ts'

export type PrintReadSet = Pick<
  ReadSet,
  'prints' | 'settings' | 'blobs' | 'device' | 'handovers' | 'things' | 'cases' | 'directory'
>
type PrintWriteSet = Pick<WriteSet, 'prints'>

/** The part of the engine's surroundings that printing touches. */
export interface PrintWorld {
  readonly clock: Clock
  readonly log: Log
  readonly announce: Announce
  readonly shell: Shell
  readonly reading: <T>(run: (db: PrintReadSet) => Promise<T>) => Promise<T>
  readonly inOneWrite: <T>(run: (tx: PrintWriteSet) => Promise<T>) => Promise<T>
}
