import type { ScanReads, ScanRow, WriteSet } from '../../usecases/stores.ts'
import type { ReadDb } from '../handles.ts'
import { firstRow, insertRow, rows } from '../sql.ts'

export function scanReadsIn(db: ReadDb): ScanReads {
  return {
    recent: (limit) =>
      rows<ScanRow>(
        db,
        `SELECT id, at, staff_id AS staffId, outcome, owner_name AS ownerName, card_id AS cardId, detail
         FROM scan ORDER BY at DESC, id DESC LIMIT ?`,
        limit,
      ),
    countSince: async (since) => {
      const sql = `SELECT count(*) AS scans, coalesce(sum(outcome IN ('not-here', 'forged', 'unknown')), 0) AS failed
        FROM scan WHERE at >= ?`
      return (await firstRow<{ scans: number; failed: number }>(db, sql, since)) ?? { scans: 0, failed: 0 }
    },
  }
}

export function scansIn(db: ReadDb): WriteSet['scans'] {
  return {
    ...scanReadsIn(db),
    add: ({ id, at, staffId, outcome, ownerName, cardId, detail }) =>
      insertRow(db, 'scan', { id, at, staff_id: staffId, outcome, owner_name: ownerName, card_id: cardId, detail }),
  }
}
