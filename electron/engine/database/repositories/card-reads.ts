import type { Card } from '#shared/domain/card/card.ts'
import { looseKitirNumber } from '#shared/domain/ekitir/kitir-number.ts'
import type { CardReads, Seen } from '../../usecases/stores.ts'
import type { ReadDb } from '../handles.ts'
import { firstRow, rows } from '../sql.ts'
import { cardCounts, cardPage } from './card-page.ts'
import { cardsByReceipt, cardsByWords } from './card-search.ts'
import { type SeenRow, seen, seenCards } from './seen-rows.ts'

const from = seenCards('card')

export function cardReadsIn(db: ReadDb): CardReads {
  const find = async (id: string): Promise<Seen<Card> | null> => {
    const row = await firstRow<SeenRow>(db, `${from} WHERE t.id = ?`, id)
    return row && seen<'card'>(row)
  }
  const all = async (sql: string, ...values: string[]) =>
    (await rows<SeenRow>(db, sql, ...values)).map((row) => seen<'card'>(row))
  return {
    find,
    byCode: (code) => all(`${from} WHERE t.kitir_code = ? OR t.label_code = ? ORDER BY t.key`, code, code),
    byKitirNumber: async (number) =>
      looseKitirNumber(number) ? all(`${from} WHERE t.kitir_loose = ?`, looseKitirNumber(number)) : [],
    search: async (text, limit) => {
      const byReceipt = await cardsByReceipt(db, text, limit)
      const ids = [...new Set([...byReceipt, ...(await cardsByWords(db, text, limit))])].slice(0, limit)
      const found = await rows<SeenRow & { id: string }>(db, `${from} WHERE t.id IN (${ids.map(() => '?')})`, ...ids)
      const byId = new Map(found.map((row) => [row.id, row]))
      return ids.flatMap((id) => byId.get(id) ?? []).map((row) => seen<'card'>(row))
    },
    page: (of, now) => cardPage(db, of, now),
    counts: (search, now) => cardCounts(db, search, now),
  }
}
