import type { ReadDb } from '../handles.ts'
import { rows } from '../sql.ts'

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
