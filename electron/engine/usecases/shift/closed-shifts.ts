import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { ok } from '#shared/domain/result.ts'
import { closedEvenly } from '#shared/domain/shift/shift-rules.ts'
import type { Answer, Deps } from '../deps.ts'
import { shiftsHere } from './open-shift-here.ts'

/** Shifts that were closed at this desk, as their papers name them. */
export function closedShifts(deps: Deps, { limit }: ParsedInputOf<'shift.closed'>): Answer<OutputOf<'shift.closed'>> {
  return deps.reading(async (db) => {
    const shifts = await shiftsHere(db, 'closed', limit)
    return ok(
      shifts.flatMap(({ id: shiftId, openedAt, closings: [closing] }) => {
        if (!closing) return []
        const { at: closedAt, number, staffName, taking } = closing
        const takingName = taking?.staffName ?? null
        return [{ shiftId, openedAt, closedAt, number, staffName, takingName, differs: !closedEvenly(closing) }]
      }),
    )
  })
}
