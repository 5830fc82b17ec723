import type { Announce, Clock, Documents, Log, Shell } from '../usecases/ports.ts'
import type { ReadSet, WriteSet } from '../usecases/stores.ts'

export type PrintReadSet = Pick<
  ReadSet,
  'prints' | 'settings' | 'blobs' | 'device' | 'handovers' | 'things' | 'cases' | 'directory' | 'kitirPins'
>
export type PrintWriteSet = Pick<WriteSet, 'prints' | 'kitirPins'>

/** The part of the engine's surroundings that printing touches. */
export interface PrintWorld {
  readonly clock: Clock
  readonly log: Log
  readonly announce: Announce
  readonly shell: Shell
  readonly documents: Pick<Documents, 'paper' | 'pictures'>
  readonly reading: <T>(run: (db: PrintReadSet) => Promise<T>) => Promise<T>
  readonly inOneWrite: <T>(run: (tx: PrintWriteSet) => Promise<T>) => Promise<T>
}
