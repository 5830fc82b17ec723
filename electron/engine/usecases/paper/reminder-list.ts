import { placeText } from '#shared/domain/card/shelf.ts'
import type { ReminderRow } from '#shared/domain/paper/reminder-list.ts'
import { paperPositions } from '#shared/domain/paper/words.ts'
import { ok } from '#shared/domain/result.ts'
import { cardLine } from '../card/card-line.ts'
import { fail } from '../fail.ts'
import { paperBaseOf, staffParty } from './paper-base-of.ts'
import type { PaperBuilder } from './paper-builder.ts'

/** Daftar kartu belum diambil of the cards in the order asked for. Fault: card-unknown. */
export const reminderList: PaperBuilder<'reminder-list'> = async (db, { cardIds }, { staff, now }) => {
  const rows: ReminderRow[] = []
  for (const id of cardIds) {
    const seen = await db.cards.find(id)
    if (seen === null) return fail('card-unknown')
    const { kitirNumber, ownerName, kind, place, remindedAt = null } = seen.row
    rows.push({
      ...{ kitirNumber, ownerName, cardKind: kind, remindedAt },
      place: place && placeText(place),
      days: cardLine(seen, now).ageDays ?? 0,
    })
  }
  const scope = (await db.device.current())?.homeScope ?? staff.scope
  return ok({
    ...(await paperBaseOf(db, scope, now)),
    kind: 'reminder-list',
    officer: await staffParty(db, staff, paperPositions.registrar, null),
    rows,
  })
}
