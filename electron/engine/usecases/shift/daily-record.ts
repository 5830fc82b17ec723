import { calendarDay } from '#shared/domain/calendar/calendar-day.ts'
import type { StockDifference } from '#shared/domain/paper/daily-record.ts'
import type { PaperParty } from '#shared/domain/paper/paper-base.ts'
import { paperPositions, paperWords } from '#shared/domain/paper/words.ts'
import { ok } from '#shared/domain/result.ts'
import type { CountDifference, ShiftClosed, ShiftFigures } from '#shared/domain/shift/shift.ts'
import { fail } from '../fail.ts'
import { paperBaseOf, staffParty } from '../paper/paper-base-of.ts'
import type { PaperBuilder } from '../paper/paper-builder.ts'
import type { ReadSet } from '../stores.ts'
import { ledgerSince } from './ledger-since.ts'
import { shiftFigures } from './shift-figures.ts'

/** Berita acara harian of a closed shift. Fault: paper-unknown. */
export const dailyRecord: PaperBuilder<'daily-record'> = async (db, { id }) => {
  const shift = (await db.things.find('shift', id))?.row
  const closing = shift?.closings[0]
  if (!shift || !closing) return fail('paper-unknown')
  const base = await paperBaseOf(db, shift.scope, closing.at)
  return ok({
    ...base,
    kind: 'daily-record',
    number: closing.number,
    day: calendarDay(closing.at, base.zone),
    openedAt: shift.openedAt,
    closedAt: closing.at,
    stock: closing.stock,
    differences: (await Promise.all(closing.differences.map((one) => differencesIn(db, one)))).flat(),
    ...(closing.figures ?? (await figuresOf(db, shift.openedAt, closing.at))),
    closing: await partyOf(db, closing, closing.signature),
    taking: closing.taking && (await partyOf(db, closing.taking, closing.taking.signature)),
  })
}

/** Of a shift that an older program closed: worked out as far as it still can be. */
async function figuresOf(db: ReadSet, from: string, to: string): Promise<ShiftFigures> {
  const { lines, handovers } = await ledgerSince(db, from)
  const until = { lines: lines.filter(({ at }) => at <= to), handovers: handovers.filter(({ at }) => at <= to) }
  return shiftFigures(db, until, { from, to })
}

const partyOf = (
  db: Pick<ReadSet, 'blobs'>,
  { staffName: name, staffCode: code }: Pick<ShiftClosed, 'staffName' | 'staffCode'>,
  signature: string,
): Promise<PaperParty> => staffParty(db, { name, code }, paperPositions.registrar, signature)

/** Card by card where they were scanned, otherwise a line for the box, or for the whole drawer. */
async function differencesIn(db: Pick<ReadSet, 'cards'>, one: CountDifference): Promise<StockDifference[]> {
  const { rack, box, cardKind, expected, counted, missingCardIds, explanation, labelCode } = one
  if (labelCode !== undefined) return [await extraIn(db, one, labelCode)]
  const found = counted < expected ? 'missing' : 'extra'
  const cards = await Promise.all(missingCardIds.map((id) => db.cards.find(id)))
  const known = cards.flatMap((seen) => (seen ? [seen.row] : []))
  if (known.length === expected - counted)
    return known.map(({ kitirNumber, ownerName }) => ({ kitirNumber, ownerName, cardKind, found, explanation }))
  const place = one.against ? paperWords.daily.againstSum : rack || box ? `Rak ${rack}, kotak ${box}` : 'Tanpa tempat'
  return [{ kitirNumber: place, ownerName: `${counted} dari ${expected} keping`, cardKind, found, explanation }]
}

/** A card that lay there and should not have: by whose it is, or by its label. */
async function extraIn(
  db: Pick<ReadSet, 'cards'>,
  { cardId, cardKind, explanation }: CountDifference,
  labelCode: string,
): Promise<StockDifference> {
  const card = cardId ? (await db.cards.find(cardId))?.row : undefined
  const { kitirNumber = labelCode, ownerName = null } = card ?? {}
  return { kitirNumber, ownerName, cardKind, found: 'extra', explanation }
}
