import { calendarDay } from '#shared/domain/calendar/calendar-day.ts'
import { maskNik } from '#shared/domain/nik/mask-nik.ts'
import { closingsOf, type WithdrawnCard } from '#shared/domain/old-card/old-card.ts'
import type { OldCardRow } from '#shared/domain/paper/old-card-record.ts'
import type { PaperParty } from '#shared/domain/paper/paper-base.ts'
import { paperPositions } from '#shared/domain/paper/words.ts'
import { ok } from '#shared/domain/result.ts'
import { fail } from '../fail.ts'
import type { ReadSet } from '../stores.ts'
import { paperBaseOf, penParty, staffParty } from './paper-base-of.ts'
import type { PaperBuilder } from './paper-builder.ts'

/** Berita acara pemusnahan or pengembalian of the act `id`. Fault: paper-unknown. */
export const oldCardRecord: PaperBuilder<'old-card-record'> = async (db, { id }) => {
  const rows = await cardsOf(db, id)
  const [first] = rows
  const closing = first && closingsOf(first).find(({ actId }) => actId === id)
  if (!first || !closing) return fail('paper-unknown')
  const base = await paperBaseOf(db, first.scope, closing.at)
  const officer = await staffParty(
    db,
    { name: closing.staffName, code: closing.staffCode },
    paperPositions.registrar,
    null,
  )
  return ok({
    ...base,
    kind: 'old-card-record',
    outcome: closing.kind,
    number: closing.number,
    place: closing.place,
    method: closing.method,
    officer,
    receiver: closing.receiver && partyOf(closing.receiver),
    witnesses: [partyOf(closing.witnesses[0]), partyOf(closing.witnesses[1])],
    acknowledged: penParty(paperPositions.lurah),
    rows: rows.map((row) => lineOf(row, base.zone)),
  })
}

/** The cards of one berita acara, in the order in which they were withdrawn. */
async function cardsOf({ things }: ReadSet, actId: string): Promise<readonly WithdrawnCard[]> {
  const closed = await things.list('old-card', { states: ['destroyed', 'returned', 'given-back'] })
  return closed.map(({ row }) => row).filter((row) => closingsOf(row).some((closing) => closing.actId === actId))
}

const partyOf = ({ name, position }: { readonly name: string; readonly position: string }): PaperParty => ({
  name,
  position: position === '' ? null : position,
  code: null,
  signature: null,
})

const lineOf = (row: WithdrawnCard, zone: string): OldCardRow => ({
  ownerName: row.ownerName ?? '',
  nikMasked: row.ownerNik ? maskNik(row.ownerNik) : '',
  cardKind: row.cardKind ?? 'ktp-el',
  withdrawnOn: calendarDay(row.withdrawnAt, zone),
  receiptNumber: row.receiptNumber,
  note: '',
})
