import type { ReadDb } from '../database/handles.ts'
import type { DeviceReads } from '../usecases/stores.ts'
import { readDevice } from './device-record.ts'
import { recall } from './sync-state.ts'

export const deviceReads = (db: ReadDb): DeviceReads => ({
  async current() {
    const identity = (await readDevice(db))?.identity
    if (!identity) return null
    const { deviceId, deviceCode, deviceName, homeScope, scopes, generation } = identity
    return { deviceId, deviceCode, deviceName, homeScope, scopes, generation }
  },
  clockOffsetMs: () => recall(db, 'clock-offset-ms'),
  dataAsOf: () => recall(db, 'last-pull-at'),
})
