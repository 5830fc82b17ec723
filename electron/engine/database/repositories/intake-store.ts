import type { IntakeStore, KitirPins, SavedDraft } from '../../usecases/draft-stores.ts'
import type { ReadDb } from '../handles.ts'
import { firstRow, insertRow, rows, run } from '../sql.ts'

interface Row {
  readonly id: string
  readonly staff_id: string
  readonly saved_at: string
  readonly body: string
}

/** Applications that were begun and not filed. */
export function intakeIn(db: ReadDb): IntakeStore {
  return {
    find: async (draftId) => {
      const found = await firstRow<Row>(
        db,
        'SELECT id, staff_id, saved_at, body FROM intake_draft WHERE id = ?',
        draftId,
      )
      return found && savedOf(found)
    },
    of: async (staffId) =>
      (
        await rows<Row>(
          db,
          'SELECT id, staff_id, saved_at, body FROM intake_draft WHERE staff_id = ? ORDER BY saved_at DESC, id DESC',
          staffId,
        )
      ).map(savedOf),
    save: ({ draftId, staffId, savedAt, draft, asked }) =>
      insertRow(
        db,
        'intake_draft',
        { id: draftId, staff_id: staffId, saved_at: savedAt, body: JSON.stringify({ ...draft, asked }) },
        'INSERT OR REPLACE',
      ),
    remove: (draftId) => run(db, 'DELETE FROM intake_draft WHERE id = ?', draftId),
  }
}

function savedOf({ id, staff_id, saved_at, body }: Row): SavedDraft {
  // Older drafts do not say how they were asked.
  const { asked = [], ...draft } = JSON.parse(body)
  return { draftId: id, staffId: staff_id, savedAt: saved_at, draft, asked }
}

export function kitirPinsIn(db: ReadDb): KitirPins {
  return {
    find: async (kitirId) =>
      (await firstRow<{ pin: string }>(db, 'SELECT pin FROM kitir_pin WHERE kitir_id = ?', kitirId))?.pin ?? null,
    keep: (kitirId, pin) => insertRow(db, 'kitir_pin', { kitir_id: kitirId, pin }, 'INSERT OR REPLACE'),
    forget: (kitirId) => run(db, 'DELETE FROM kitir_pin WHERE kitir_id = ?', kitirId),
  }
}
