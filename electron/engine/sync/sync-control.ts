import type { SyncControl } from '../usecases/ports.ts'
import type { SyncConfig } from '../wiring.ts'
import type { CentreSession } from './centre-session.ts'
import { isEnrolled, readDevice } from './device-record.ts'
import { enrolDevice } from './enrol-device.ts'
import { acknowledgeException } from './exceptions.ts'
import { faultOf } from './fault-of.ts'
import { firstCopyMeter } from './first-copy-meter.ts'
import { openOverview } from './overview.ts'
import { openRounds } from './rounds.ts'
import { recall, remember } from './sync-state.ts'
import { syncStatus } from './sync-status.ts'

/** The switches and gauges of the sync, for the use cases. */
export function syncControl(config: SyncConfig, session: CentreSession): SyncControl {
  const { store, clock, announce } = config
  const meter = firstCopyMeter(() => clock.elapsedMs())
  const rounds = openRounds(config, session, meter.show)
  const overview = openOverview(config, rounds)
  let started = false

  const isCut = () => session.connection().state === 'cut'
  const wake = () => {
    if (started && !isCut()) void rounds.loop.now()
  }
  const startEnrolled = async () => {
    if ((await recall(store.read, 'cut')) === true) cutOff()
    started = isEnrolled(await readDevice(store.read))
    wake()
  }
  const cutOff = () => {
    session.happened({ kind: 'cut' })
    session.disconnect()
  }
  return {
    start: () => void startEnrolled().catch((cause) => config.log.error('sync-not-started', cause)),
    async stop() {
      started = false
      session.disconnect()
      await rounds.end()
    },
    wake,
    networkChanged(online) {
      if (online) wake()
      else session.happened({ kind: 'network-lost' })
    },
    async now() {
      if (!isEnrolled(await readDevice(store.read))) return { ok: false, refusal: { code: 'not-enrolled' } }
      if (isCut()) return { ok: false, refusal: { code: 'offline', details: { reason: 'switched-off', status: 0 } } }
      started = true
      return rounds.loop.now()
    },
    async setConnection(connected) {
      await store.inTransaction((trx) => remember(trx, 'cut', !connected))
      if (!connected) {
        cutOff()
        await rounds.loop.pause()
      } else if (isCut()) {
        session.connect()
        session.happened({ kind: 'restored' })
        wake()
      }
      announce('status', 'queue')
    },
    online: () => session.connection().state === 'online',
    status: async () => ({ ...(await syncStatus(config, session)), firstCopy: meter.read() }),
    overview,
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
      started = true
      announce('status', 'settings')
      wake()
      return { ok: true, value: null }
    },
  }
}
