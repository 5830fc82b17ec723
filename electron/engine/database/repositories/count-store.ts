import type { StoragePlace } from '#shared/domain/card/card.ts'
import type { CountedCard, CountReads, CountStore } from '../../usecases/count-stores.ts'
import type { ReadDb } from '../handles.ts'
import { shelfOrder } from '../projections/projected-columns.ts'
import { firstRow, rows, run } from '../sql.ts'

interface Row extends Omit<CountedCard, 'place'> {
  readonly rack: string | null
  readonly box: string | null
  readonly number: string | null
}

const columns = `shipment_id AS shipmentId, key, card_id AS cardId, label_code AS labelCode, counted, rack, box, number, note,
  of_shipment AS ofShipment, at, staff_id AS staffId`

const lineOf = ({ rack, box, number, ...line }: Row): CountedCard => ({
  ...line,
  place: placeOf({ rack, box, number }),
})

const placeOf = ({ rack, box, number }: Pick<Row, 'rack' | 'box' | 'number'>): StoragePlace | null =>
  rack === null || box === null || number === null ? null : { rack, box, number }

/** Lines of counts that are not signed yet. */
export function countReadsIn(db: ReadDb): CountReads {
  return {
    of: async (shipmentId) => {
      const found = await rows<Row>(
        db,
        `SELECT ${columns} FROM count_line WHERE shipment_id = ? ORDER BY rowid`,
        shipmentId,
      )
      return found.map(lineOf)
    },
    find: async (shipmentId, key) => {
      const sql = `SELECT ${columns} FROM count_line WHERE shipment_id = ? AND key = ?`
      const found = await firstRow<Row>(db, sql, shipmentId, key)
      return found && lineOf(found)
    },
    found: async () => {
      const sql =
        "SELECT shipment_id AS id, count(*) AS n FROM count_line WHERE counted <> 'missing' GROUP BY shipment_id"
      return new Map((await rows<{ id: string; n: number }>(db, sql)).map(({ id, n }) => [id, n]))
    },
    lastPlace: async (shipmentId) => {
      const sql =
        'SELECT rack, box, number FROM count_line WHERE shipment_id = ? AND rack IS NOT NULL ORDER BY rowid DESC'
      const found = await firstRow<Pick<Row, 'rack' | 'box' | 'number'>>(db, `${sql} LIMIT 1`, shipmentId)
      return found && placeOf(found)
    },
    isTaken: async (place) => {
      const drafted = 'SELECT 1 FROM count_line WHERE rack = ? AND box = ? AND number = ?'
      const shelved = "SELECT 1 FROM card WHERE shelf = ? AND state IN ('ready', 'damaged')"
      const { rack, box, number } = place
      return (
        (await firstRow(db, shelved, shelfOrder(place))) !== null ||
        (await firstRow(db, drafted, rack, box, number)) !== null
      )
    },
  }
}

export function countsIn(db: ReadDb): CountStore {
  return {
    ...countReadsIn(db),
    save: ({ shipmentId, key, cardId, labelCode, counted, place, note, ofShipment, at, staffId }) => {
      const sql = `INSERT INTO count_line
        (shipment_id, key, card_id, label_code, counted, rack, box, number, note, of_shipment, at, staff_id)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (shipment_id, key) DO UPDATE SET counted = excluded.counted, rack = excluded.rack, box = excluded.box,
          number = excluded.number, note = excluded.note, at = excluded.at, staff_id = excluded.staff_id`
      const { rack, box, number } = place ?? { rack: null, box: null, number: null }
      const known = [shipmentId, key, cardId, labelCode, counted] as const
      return run(db, sql, ...known, rack, box, number, note, ofShipment, at, staffId)
    },
    remove: (shipmentId, key) => run(db, 'DELETE FROM count_line WHERE shipment_id = ? AND key = ?', shipmentId, key),
  }
}
