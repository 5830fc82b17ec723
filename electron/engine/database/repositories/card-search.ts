import { type RawBuilder, sql } from 'kysely'
import type { ReadDb } from '../handles.ts'
import { firstRow, rows } from '../sql.ts'

/** Words of the text as an FTS5 question: every word a prefix, all of them must be there; null when there is no word. */
export function searchQuestion(text: string): string | null {
  const words = text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? []
  return words.length === 0 ? null : words.map((word) => `"${word}"*`).join(' ')
}

/** Ids of cards whose receipt number starts so; numbers are compared as printed, in upper case. */
export async function cardsByReceipt(db: ReadDb, text: string, limit: number): Promise<string[]> {
  const start = text.trim().toUpperCase()
  if (!/^\d+\/?/.test(start)) return []
  const found = await rows<{ card_id: string }>(
    db,
    'SELECT DISTINCT card_id FROM handover WHERE receipt_number >= ? AND receipt_number < ? LIMIT ?',
    start,
    `${start}\u{10ffff}`,
    limit,
  )
  return found.map(({ card_id }) => card_id)
}

/** Ids of cards that match by name, NIK or kitir number, newest on this device first. */
export async function cardsByWords(db: ReadDb, text: string, limit: number): Promise<string[]> {
  const question = searchQuestion(text)
  if (question === null) return []
  const found = await rows<{ id: string }>(
    db,
    `SELECT c.id AS id FROM (SELECT rowid FROM card_search WHERE card_search MATCH ? ORDER BY rowid DESC LIMIT ?) f
     JOIN card c ON c.key = f.rowid`,
    question,
    limit,
  )
  return found.map(({ id }) => id)
}

/** At most this many receipts are looked through for one search. */
const receiptLimit = 200
/** From so many on it is quicker to walk an index and leave out what was not found than to look up each one. */
const manyFound = 1500

/** What narrows `card t` to what is sought. */
export interface Sought {
  readonly where: RawBuilder<unknown>
  readonly many: boolean
}

/** null: nothing is sought. */
export async function soughtCards(db: ReadDb, search: string): Promise<Sought | null> {
  if (search.trim() === '') return null
  const question = searchQuestion(search)
  if (question === null) return { where: sql`false`, many: false }
  const byReceipt = await cardsByReceipt(db, search, receiptLimit)
  const words = 'SELECT rowid FROM card_search WHERE card_search MATCH ?'
  const found = await firstRow<{ n: number }>(db, `SELECT count(*) AS n FROM (${words} LIMIT ${manyFound})`, question)
  const byWords = sql`t.key IN (SELECT rowid FROM card_search WHERE card_search MATCH ${question})`
  const where = byReceipt.length === 0 ? byWords : sql`(${byWords} OR t.id IN (${sql.join(byReceipt)}))`
  return { where, many: found?.n === manyFound && byReceipt.length === 0 }
}

/** An index is walked unless few cards are sought: those are looked up, and sorted where they must be. */
export const indexed = (index: string, sought: Sought | null): RawBuilder<unknown> =>
  sought === null || sought.many ? sql`card t INDEXED BY ${sql.raw(index)}` : sql`card t`
