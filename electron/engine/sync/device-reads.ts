import type { ReadDb } from '../database/handles.ts'
import { firstRow } from '../database/sql.ts'
import type { DeviceReads } from '../usecases/stores.ts'
import { identityFrom } from './device-record.ts'
import { recall, recallOf } from './sync-state.ts'

const deviceRow = `SELECT identity, (SELECT value ->> '$' FROM sync_state WHERE name = 'number-mark') AS mark FROM device`

export const deviceReads = (db: ReadDb): DeviceReads => ({
  async current() {
    const row = await firstRow<{ identity: string | null; mark: string | null }>(db, deviceRow)
    if (!row?.identity) return null
    const { deviceId, deviceCode, deviceName, homeScope, scopes, generation } = identityFrom(row.identity)
    const device = { deviceId, deviceCode, deviceName, homeScope, scopes, generation }
    return row.mark === null ? device : { ...device, numberMark: row.mark }
  },
  clockOffsetMs: () => recall(db, 'clock-offset-ms'),
  dataAsOf: () => recall(db, 'last-pull-at'),
  syncedAt: () => recall(db, 'synced-at'),
  async copiedScopes() {
    const row = await firstRow<{ identity: string | null; mark: string | null }>(db, deviceRow)
    const { scopes } = row?.identity ? identityFrom(row.identity) : { scopes: [] }
    const cursors = await Promise.all(scopes.map((scope) => recallOf(db, 'cursor:', scope)))
    return scopes.filter((_, at) => cursors[at] !== null)
  },
})
