import type { CallMessage } from '#shared/contract/engine/wire.ts'
import type { Fault } from '#shared/contract/errors.ts'
import type { Result } from '#shared/domain/result.ts'
import { compose, type EngineConfig } from './compose.ts'
import type { Store } from './database/store.ts'
import { tidy } from './database/tidy.ts'
import type { EnginePort } from './port/engine-port.ts'
import { Gateway } from './port/gateway.ts'
import { TopicBoard } from './port/topic-board.ts'
import { noteVersion } from './updates/note-version.ts'
import type { Deps } from './usecases/deps.ts'
import { lockAll } from './usecases/session/lock.ts'

export interface Engine {
  /** Says hello and answers every call of this port until it closes. */
  serve(port: EnginePort): void
  answer(message: CallMessage): Promise<Result<unknown, Fault>>
  networkChanged(online: boolean): void
  /** The machine was locked, or sleeps: so is every session on it. */
  lockScreens(): void
  /** Ends sync and printing, finishes the running transaction, closes the database. */
  close(): Promise<void>
}

/** Builds the engine from its parts. Throws DatabaseTrouble where the database cannot be opened. */
export async function openEngine(config: EngineConfig): Promise<Engine> {
  const board = new TopicBoard()
  const { deps, store } = await compose(config, (...topics) => board.announce(...topics))
  const gateway = new Gateway(deps, { checkAnswers: config.checkAnswers })
  await begin(store, deps)
  if (config.enrolCode) enrolOnce(deps, config.enrolCode)
  const engineStart = Date.now()
  return {
    serve: (port) => {
      board.add(port)
      gateway.serve(port)
      port.post({ type: 'hello', engineStart, fatal: null })
    },
    answer: (message) => gateway.answer(message),
    networkChanged: (online) => {
      deps.sync.networkChanged(online)
      if (online) deps.neighbours.networkChanged()
    },
    lockScreens: () => void lockAll(deps).catch((cause: unknown) => deps.log.error('lock-screens', cause)),
    close: async () => {
      // What it is fetching ends with the connections of the sync.
      const fetched = deps.updates.stop()
      await deps.keeping.stop()
      await deps.neighbours.stop()
      await deps.sync.stop()
      await fetched
      await deps.printing.stop()
      await store.close()
    },
  }
}

/** A full disk must not keep anybody from reading: what has to be written at start is written later then. */
async function begin(store: Store, deps: Deps): Promise<void> {
  const goOn = (cause: unknown) => deps.log.error('start', cause)
  await store.inTransaction((trx) => tidy(trx, deps.clock.now())).catch(goOn)
  await noteVersion(store, deps).catch(goOn)
  await deps.printing.start().catch(goOn)
  deps.sync.start()
  deps.neighbours.start()
  deps.updates.start()
  deps.keeping.start()
}

/** For the demonstration and for tests: a code given at start is used once and forgotten. */
function enrolOnce(deps: Deps, code: string): void {
  const enrol = async () => {
    if (await deps.reading((db) => db.device.current())) return
    const enrolled = await deps.sync.enrol({ code })
    if (enrolled.ok) deps.announce('status', 'staff', 'first-copy')
    else deps.log.error('enrolment', new Error(enrolled.refusal.code))
  }
  enrol().catch((cause: unknown) => deps.log.error('enrolment', cause))
}
