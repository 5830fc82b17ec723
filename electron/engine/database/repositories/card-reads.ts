import { looseKitirNumber } from '#shared/domain/ekitir/kitir-number.ts'
import type { CardReads, SeenCard } from '../../usecases/stores.ts'
import type { ReadDb } from '../handles.ts'
import { shelfOrder } from '../projections/projected-columns.ts'
import { firstRow, rows } from '../sql.ts'
import { cardCounts } from './card-counts.ts'
import { cardPage } from './card-page.ts'
import { cardsByReceipt, cardsByWords } from './card-search.ts'
import { type SeenRow, seen, seenCards } from './seen-rows.ts'

const from = seenCards('card')

export function cardReadsIn(db: ReadDb): CardReads {
  const find = async (id: string): Promise<SeenCard | null> => {
    const row = await firstRow<SeenRow>(db, `${from} WHERE t.id = ?`, id)
    return row && seen<'card'>(row)
  }
  const all = async (sql: string, ...values: string[]) =>
    (await rows<SeenRow>(db, sql, ...values)).map((row) => seen<'card'>(row))
  return {
    find,
    some: (ids) => all(`${from} WHERE t.id IN (${ids.map(() => '?')})`, ...ids),
    byCode: (code) => all(`${from} WHERE t.kitir_code = ? OR t.label_code = ? ORDER BY t.key`, code, code),
    byKitirNumber: async (number) =>
      looseKitirNumber(number) ? all(`${from} WHERE t.kitir_loose = ?`, looseKitirNumber(number)) : [],
    inDrawer: () => all(`${from} WHERE t.state IN ('ready', 'damaged') ORDER BY t.shelf, t.key`),
    at: (place) =>
      all(`${from} WHERE t.shelf = ? AND t.state IN ('ready', 'damaged') ORDER BY t.key`, shelfOrder(place)),
    sharingPlace: async (ids) => {
      // SQLite without statistics would walk all that is on the shelf, for the cards asked about (hence the +) and for their neighbours (hence the index).
      const other = `SELECT 1 FROM card o INDEXED BY card_by_shelf WHERE o.shelf = t.shelf AND o.state IN ('ready', 'damaged') AND o.id <> t.id`
      const sql = `SELECT t.id AS id FROM card t WHERE t.id IN (${ids.map(() => '?')}) AND +t.state IN ('ready', 'damaged')
        AND +t.shelf <> '' AND EXISTS (${other})`
      return new Set((await rows<{ id: string }>(db, sql, ...ids)).map(({ id }) => id))
    },
    search: async (text, limit) => {
      const byReceipt = await cardsByReceipt(db, text, limit)
      const ids = [...new Set([...byReceipt, ...(await cardsByWords(db, text, limit))])].slice(0, limit)
      const found = await rows<SeenRow & { id: string }>(db, `${from} WHERE t.id IN (${ids.map(() => '?')})`, ...ids)
      const byId = new Map(found.map((row) => [row.id, row]))
      return ids.flatMap((id) => byId.get(id) ?? []).map((row) => seen<'card'>(row))
    },
    page: (of, at) => cardPage(db, of, at),
    counts: (search, at) => cardCounts(db, search, at),
  }
}
