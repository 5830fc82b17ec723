import type { OutputOf } from '#shared/contract/engine/calls.ts'
import type { Shift } from '#shared/domain/shift/shift.ts'
import { shiftBalance } from '#shared/domain/shift/shift-balance.ts'
import type { ReadSet } from '../stores.ts'
import type { LedgerSince } from './ledger-since.ts'

/** The shift that is open at this desk. */
export async function openShiftHere(db: Pick<ReadSet, 'things' | 'device'>): Promise<Shift | null> {
  const [found] = await shiftsHere(db, 'open', 5)
  return found ?? null
}

/** Shifts of this desk, the newest first. */
export async function shiftsHere(
  db: Pick<ReadSet, 'things' | 'device'>,
  state: Shift['state'],
  limit: number,
): Promise<readonly Shift[]> {
  const device = await db.device.current()
  if (device === null) return []
  const found = await db.things.list('shift', { states: [state], about: device.deviceCode, newestFirst: true, limit })
  return found.map(({ row }) => row).filter(({ scope }) => scope === device.homeScope)
}

/** The sum so far, from what was counted at the opening. */
export const stockOf = ({ opened }: Shift, { lines, handovers }: LedgerSince): OutputOf<'shift.today'>['stock'] =>
  shiftBalance(opened?.counted ?? { ktpEl: 0, kia: 0 }, lines, handovers).map((figure) => ({ ...figure }))
