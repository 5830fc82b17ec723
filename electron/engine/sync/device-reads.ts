import type { ReadDb } from '../database/handles.ts'
import { firstRow } from '../database/sql.ts'
import type { DeviceReads } from '../usecases/stores.ts'
import { identityFrom } from './device-record.ts'
import { recall } from './sync-state.ts'

export const deviceReads = (db: ReadDb): DeviceReads => ({
  async current() {
    const row = await firstRow<{ identity: string | null }>(db, 'SELECT identity FROM device')
    if (!row?.identity) return null
    const { deviceId, deviceCode, deviceName, homeScope, scopes, generation } = identityFrom(row.identity)
    return { deviceId, deviceCode, deviceName, homeScope, scopes, generation }
  },
  clockOffsetMs: () => recall(db, 'clock-offset-ms'),
  dataAsOf: () => recall(db, 'last-pull-at'),
})
