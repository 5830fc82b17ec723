import type { SyncControl } from '../usecases/ports.ts'
import type { SyncConfig } from '../wiring.ts'
import type { CentreSession } from './centre-session.ts'
import { connectionSwitch } from './connection-switch.ts'
import { isEnrolled, readDevice } from './device-record.ts'
import { type KeptTime, tickMs } from './kept-time.ts'
import type { Rounds } from './rounds.ts'

export interface SyncRuns
  extends Pick<SyncControl, 'start' | 'stop' | 'wake' | 'networkChanged' | 'now' | 'setConnection'> {
  /** The device is enrolled from now on: begin at once. */
  begin(): void
}

/** When rounds run: never before the device is enrolled, never while the connection is cut. */
export function syncRuns(config: SyncConfig, session: CentreSession, rounds: Rounds, time: KeptTime): SyncRuns {
  const { store, announce, log } = config
  const connection = connectionSwitch(config, session)
  const enrolled = async () => isEnrolled(await readDevice(store.read))
  let started = false
  let ticking: NodeJS.Timeout | undefined

  const wake = () => {
    if (started && !connection.isCut()) void rounds.loop.now()
  }
  const begin = () => {
    started = true
    wake()
  }
  const tick = async () => {
    await time.tick().catch((cause: unknown) => log.error('time-not-kept', cause))
    // Limits of days come nearer while nothing else changes.
    announce('status')
  }
  const start = async () => {
    await connection.asBefore()
    await tick()
    ticking = setInterval(() => void tick(), tickMs).unref()
    if (await enrolled()) begin()
  }
  return {
    begin,
    wake,
    start: () => void start().catch((cause) => log.error('sync-not-started', cause)),
    async stop() {
      started = false
      clearInterval(ticking)
      session.disconnect()
      await rounds.end()
    },
    networkChanged: (online) => (online ? wake() : session.happened({ kind: 'network-lost' })),
    async now() {
      if (!(await enrolled())) return { ok: false, refusal: { code: 'not-enrolled' } }
      if (connection.isCut())
        return { ok: false, refusal: { code: 'offline', details: { reason: 'switched-off', status: 0 } } }
      started = true
      return rounds.loop.now()
    },
    async setConnection(connected) {
      if (await connection.set(connected, () => rounds.loop.pause())) wake()
      announce('status', 'queue')
    },
  }
}
