import type { SyncControl } from '../usecases/ports.ts'
import type { SyncConfig } from '../wiring.ts'
import type { CentreSession } from './centre-session.ts'
import { enrolDevice } from './enrol-device.ts'
import { acknowledgeException } from './exceptions.ts'
import { faultOf } from './fault-of.ts'
import { firstCopyMeter } from './first-copy-meter.ts'
import type { KeptTime } from './kept-time.ts'
import { openOverview } from './overview.ts'
import { openRounds } from './rounds.ts'
import { syncRuns } from './sync-runs.ts'
import { syncStatus } from './sync-status.ts'

/** The switches and gauges of the sync, for the use cases. */
export function syncControl(config: SyncConfig, session: CentreSession, time: KeptTime): SyncControl {
  const { store, clock, announce } = config
  const meter = firstCopyMeter(() => clock.elapsedMs())
  const rounds = openRounds(config, session, time, meter.show)
  const { begin, ...runs } = syncRuns(config, session, rounds, time)
  return {
    ...runs,
    online: () => session.connection().state === 'online',
    status: async () => ({ ...(await syncStatus(config, session)), firstCopy: meter.read() }),
    overview: openOverview(config, rounds),
    async acknowledge(id) {
      await store.inTransaction((trx) => acknowledgeException(trx, id, clock.now()))
      announce('queue', 'status')
    },
    async enrol(code, serverUrl) {
      try {
        await enrolDevice(config, code, serverUrl ?? config.serverUrl, new AbortController().signal)
      } catch (cause) {
        return { ok: false, refusal: faultOf(cause, config.log) }
      }
      announce('status', 'settings')
      begin()
      return { ok: true, value: null }
    },
  }
}
