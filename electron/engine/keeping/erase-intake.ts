import { closedList } from '../database/closed-statuses.ts'
import type { WriteDb } from '../database/handles.ts'
import { rows, run } from '../database/sql.ts'

/**
 * What was begun at the counter and left: drafts that nobody saved since, with their scans, and PINs that were never printed, of an e-Kitir that is as old or whose application has
 * ended. A citizen who comes back begins anew, or gets an e-Kitir made anew. Returns how many.
 */
export async function eraseIntake(trx: WriteDb, before: string): Promise<number> {
  const drafts = await rows<{ id: string }>(trx, 'SELECT id FROM intake_draft WHERE saved_at < ?', before)
  for (const { id } of drafts) {
    await run(trx, 'DELETE FROM draft_document WHERE draft_id = ?', id)
    await run(trx, 'DELETE FROM intake_draft WHERE id = ?', id)
  }
  const pins = await rows<{ id: string }>(trx, overPins, before)
  for (const { id } of pins) await run(trx, 'DELETE FROM kitir_pin WHERE kitir_id = ?', id)
  return drafts.length + pins.length
}

const overPins = `SELECT p.kitir_id AS id FROM kitir_pin p
  JOIN thing k ON k.entity = 'kitir' AND k.id = p.kitir_id
  LEFT JOIN thing f ON f.entity = 'filing' AND f.id = k.about
  WHERE k.at < ? OR f.state IN (${closedList})`
