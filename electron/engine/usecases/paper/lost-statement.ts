import { calendarDay } from '#shared/domain/calendar/calendar-day.ts'
import type { Card } from '#shared/domain/card/card.ts'
import type { Movement } from '#shared/domain/movement/movement.ts'
import { maskNik } from '#shared/domain/nik/mask-nik.ts'
import type { LostStatement } from '#shared/domain/paper/lost-statement.ts'
import { paperPositions } from '#shared/domain/paper/words.ts'
import { ok } from '#shared/domain/result.ts'
import { fail } from '../fail.ts'
import type { ReadSet } from '../stores.ts'
import { paperBaseOf, penParty, staffParty, unitNameOf } from './paper-base-of.ts'
import type { PaperBuilder } from './paper-builder.ts'

/** Surat pernyataan menghilangkan about a card: as its loss was recorded, or by who asks where it was not. Fault: card-unknown. */
export const lostStatement: PaperBuilder<'lost-statement'> = async (db, { id }, { staff, now }) => {
  const seen = await db.cards.find(id)
  if (seen === null) return fail('card-unknown')
  const card = seen.row
  const loss = await lossOf(db, card)
  const base = await paperBaseOf(db, card.scope, loss?.at ?? now)
  const officer = loss ? { name: loss.staffName, code: loss.staffCode } : staff
  return ok({
    ...base,
    kind: 'lost-statement',
    number: loss?.number ?? null,
    unit: await unitNameOf(db, card.scope),
    officer: await staffParty(db, officer, paperPositions.registrar, null),
    card: {
      cardKind: card.kind,
      ownerName: card.ownerName,
      nikMasked: maskNik(card.ownerNik),
      kitirNumber: card.kitirNumber,
    },
    shipment: await shipmentOf(db, card, base.zone),
    account: loss?.reason ?? null,
    acknowledged: penParty(paperPositions.lurah),
  })
}

/** The last time it was lost: a card may be found, and lost again. */
async function lossOf(db: ReadSet, { id }: Card): Promise<Movement | null> {
  const [last] = await db.things.list('movement', { states: ['lost'], about: id, newestFirst: true, limit: 1 })
  return last?.row ?? null
}

async function shipmentOf(db: ReadSet, { shipmentId }: Card, zone: string): Promise<LostStatement['shipment']> {
  const seen = shipmentId ? await db.things.find('shipment', shipmentId) : null
  return seen && { number: seen.row.number, day: calendarDay(seen.row.sentAt, zone) }
}
