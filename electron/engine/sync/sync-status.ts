import type { Fault } from '#shared/contract/errors.ts'
import type { SyncStatus } from '../usecases/ports.ts'
import type { SyncConfig } from '../wiring.ts'
import type { CentreSession } from './centre-session.ts'
import { moveStatus } from './move-order.ts'
import { countExceptions } from './open-exceptions.ts'
import { recall } from './sync-state.ts'
import { countUnsent } from './unsent.ts'

const stoppedFault = (reason: 'forked' | 'copied' | 'quarantined'): Fault => ({
  code: reason === 'copied' ? 'device-copied' : 'device-quarantined',
  details: { reason, status: 0 },
})

/** The sync's part of the status bar; a handful of look-ups. */
export async function syncStatus(
  config: SyncConfig,
  session: CentreSession,
): Promise<Omit<SyncStatus, 'firstCopy' | 'slowLine'>> {
  const db = config.store.read
  const { state, since, fault } = session.connection()
  const stopped = (await recall(db, 'push-stopped')) ?? 'none'
  const offsetMs = await recall(db, 'clock-offset-ms')
  return {
    connection: {
      state,
      since,
      fault: stopped === 'none' ? fault : stoppedFault(stopped),
    },
    unsent: await countUnsent(db),
    move: await moveStatus(config),
    moved: await movedStatus(config),
    lastSyncAt: await recall(db, 'last-pull-at'),
    exceptions: await countExceptions(db),
    clockSkewSeconds: offsetMs === null ? null : Math.round(Math.abs(offsetMs) / 1000),
  }
}

/** Said for a day. */
async function movedStatus({ store, clock }: SyncConfig): Promise<SyncStatus['moved']> {
  const moved = await recall(store.read, 'moved')
  return moved && Math.abs(Date.parse(clock.now()) - Date.parse(moved.at)) < dayMs ? moved : null
}

const dayMs = 86_400_000
