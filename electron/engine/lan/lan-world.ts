import type { WriteDb } from '../database/handles.ts'
import type { Store } from '../database/store.ts'
import type { Announce, Clock, Log } from '../usecases/ports.ts'
import type { BaseRows } from '../wiring.ts'

export interface LanConfig {
  readonly store: Store
  readonly baseRows: Pick<BaseRows, 'refresh'>
  readonly clock: Clock
  readonly log: Log
  readonly announce: Announce
  /** Demonstration and tests: nothing leaves this machine. */
  readonly loopbackOnly: boolean
}

/** What the desk's part in the local network may touch. */
export interface LanWorld extends LanConfig {
  /** One transaction, as `Store.inTransaction`. */
  write<T>(run: (trx: WriteDb) => Promise<T>): Promise<T>
  /** Resolves when no transaction of it runs any more. */
  settled(): Promise<void>
}

export function lanWorld(config: LanConfig): LanWorld {
  const running = new Set<Promise<unknown>>()
  return {
    ...config,
    async write(run) {
      const writing = config.store.inTransaction(run)
      running.add(writing)
      try {
        return await writing
      } finally {
        running.delete(writing)
      }
    },
    async settled() {
      while (running.size > 0) await Promise.allSettled(running)
    },
  }
}
