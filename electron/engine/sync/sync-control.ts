import type { SyncControl } from '../usecases/ports.ts'
import type { SyncConfig } from '../wiring.ts'
import type { CentreSession } from './centre-session.ts'
import { enrolDevice } from './enrol-device.ts'
import { acknowledgeException } from './exceptions.ts'
import { faultOf } from './fault-of.ts'
import { firstCopyMeter } from './first-copy-meter.ts'
import type { KeptTime } from './kept-time.ts'
import type { LineMeter } from './line-meter.ts'
import { openOverview } from './overview.ts'
import { openRounds } from './rounds.ts'
import { slowNow } from './slow-now.ts'
import { syncRuns } from './sync-runs.ts'
import { syncStatus } from './sync-status.ts'

/** The switches and gauges of the sync, for the use cases. */
export function syncControl(config: SyncConfig, session: CentreSession, time: KeptTime, line: LineMeter): SyncControl {
  const { store, clock, announce } = config
  const meter = firstCopyMeter(() => clock.elapsedMs())
  const file = { sent: 0 }
  const onFileSent = (bytes: number) => {
    file.sent = bytes
  }
  const rounds = openRounds(config, session, time, { onFirstCopy: meter.show, onFileSent })
  const { begin, ...runs } = syncRuns(config, session, rounds, time)
  return {
    ...runs,
    online: () => session.connection().state === 'online',
    async status() {
      const firstCopy = meter.read()
      const underWay = { seconds: firstCopy?.secondsLeft ?? 0, sent: file.sent }
      const slow = rounds.loop.running() ? await slowNow(config, line, underWay) : null
      return { ...(await syncStatus(config, session)), firstCopy, slowLine: slow }
    },
    overview: openOverview(config, rounds, () => file.sent),
    async acknowledge(id) {
      await store.inTransaction((trx) => acknowledgeException(trx, id, clock.now()))
      announce('queue', 'status')
    },
    async enrol({ code, serverUrl = config.serverUrl, centreKey = null, authority = null }) {
      try {
        await enrolDevice(config, { code, serverUrl, centreKey, authority }, new AbortController().signal)
      } catch (cause) {
        return { ok: false, refusal: faultOf(cause, config.log) }
      }
      announce('status', 'settings')
      begin()
      return { ok: true, value: null }
    },
  }
}
