import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { calendarDay, startOfDay } from '#shared/domain/calendar/calendar-day.ts'
import { ok } from '#shared/domain/result.ts'
import type { Shift } from '#shared/domain/shift/shift.ts'
import { piecesOf } from '#shared/domain/shift/shift-balance.ts'
import type { Answer, Deps } from '../deps.ts'
import { unitZone } from '../device/unit-zone.ts'
import type { ReadSet } from '../stores.ts'
import { countKinds, drawerCards } from './drawer.ts'
import { type LedgerSince, ledgerSince } from './ledger-since.ts'
import { openShiftHere, shiftsHere, stockOf } from './open-shift-here.ts'

type Today = OutputOf<'shift.today'>

/** Hari ini: the shift at this desk, the sum of the drawer, and what was done today. */
export async function shiftToday(deps: Deps): Answer<Today> {
  const now = deps.clock.now()
  return deps.reading(async (db) => {
    const zone = await unitZone(db)
    const open = await openShiftHere(db)
    const today = await ledgerSince(db, startOfDay(calendarDay(now, zone), zone))
    const since = open ? await ledgerSince(db, open.openedAt) : null
    return ok({
      shift: open && shiftLine(open),
      last: await lastHere(db),
      stock: open && since ? stockOf(open, since) : [],
      drawer: countKinds(await drawerCards(db)),
      handOvers: today.handovers.map(handOverLine).reverse(),
      arrivals: today.lines.filter(({ kind }) => kind === 'received' || kind === 'received-damaged').map(arrivalLine),
      dataAsOf: await db.device.dataAsOf(),
    })
  })
}

const shiftLine = ({ id: shiftId, openedAt, opened }: Shift): NonNullable<Today['shift']> => ({
  shiftId,
  openedAt,
  staffId: opened?.staffId ?? null,
  staffName: opened?.staffName ?? '',
})

async function lastHere(db: Pick<ReadSet, 'things' | 'device'>): Promise<Today['last']> {
  const [last] = await shiftsHere(db, 'closed', 1)
  const closing = last?.closings[0]
  if (!last || !closing) return null
  return {
    shiftId: last.id,
    closedAt: closing.at,
    number: closing.number,
    staffName: closing.staffName,
    takingName: closing.taking?.staffName ?? null,
    expected: piecesOf(closing.stock, 'expected'),
    counted: piecesOf(closing.stock, 'counted'),
  }
}

const handOverLine = (one: LedgerSince['handovers'][number]): Today['handOvers'][number] => ({
  handoverId: one.id,
  at: one.at,
  receiptNumber: one.receiptNumber,
  ownerName: one.ownerName,
  cardKind: one.cardKind,
  collectorKind: one.collector.kind,
  staffName: one.staffName,
  standing: one.standing,
})

const arrivalLine = ({ id: movementId, at, ownerName, cardKind }: LedgerSince['lines'][number]) => ({
  movementId,
  at,
  ownerName,
  cardKind,
})
