import type { RowChange } from '../act/row-set.ts'
import type { Outcome, Rule, Seen } from '../act/rule.ts'
import type { Case } from '../handover/handover.ts'
import type { DoneBy } from '../movement/movement.ts'
import type { Shift, ShiftClosed, ShiftOpened } from './shift.ts'
import { piecesOf, samePieces } from './shift-balance.ts'

/** A clerk took over the drawer. A count that is not what the ledger says opens a case; the clerk works on. */
export const openShiftRule: Rule<ShiftOpened> = {
  kind: 'fact',
  id: ({ shiftId }) => shiftId,
  staffId: ({ staffId }) => staffId,
  at: ({ at }) => at,
  needs: ({ shiftId }) => [{ entity: 'shift', id: shiftId }],
  apply: (rows, fact, seen): Outcome => {
    const known = rows.get('shift', fact.shiftId)
    const shift: Shift = known ? { ...known, opened: known.opened ?? fact } : newShift(fact, fact.at, fact, seen)
    const differs = !samePieces(fact.counted, fact.expected)
    return outcomeOf(shift, codeOf(differs, seen), seen, fact)
  },
}

/** A clerk counted the drawer and gave it up. A second closing of one shift is kept behind the first, and is a conflict. */
export const closeShiftRule: Rule<ShiftClosed> = {
  kind: 'fact',
  id: ({ closeId }) => closeId,
  staffId: ({ staffId }) => staffId,
  at: ({ at }) => at,
  needs: ({ shiftId }) => [{ entity: 'shift', id: shiftId }],
  apply: (rows, fact, seen): Outcome => {
    const known = rows.get('shift', fact.shiftId)
    const before = known ?? newShift(fact, fact.openedAt, null, seen)
    const shift: Shift = { ...before, state: 'closed', closings: [...before.closings, fact] }
    const again = before.closings.length > 0
    const differs = !closedEvenly(fact)
    const code = again ? 'shift-closed-before' : known === null ? 'shift-unknown' : codeOf(differs, seen)
    return outcomeOf(shift, code, seen, fact)
  },
}

/** Neither a box nor the whole drawer was other than it should be. */
export const closedEvenly = ({ stock, differences }: Pick<ShiftClosed, 'stock' | 'differences'>): boolean =>
  differences.length === 0 && samePieces(piecesOf(stock, 'expected'), piecesOf(stock, 'counted'))

const newShift = (
  by: DoneBy & { readonly shiftId: string },
  openedAt: string,
  opened: ShiftOpened | null,
  { scope }: Seen,
): Shift => ({ id: by.shiftId, scope, deviceCode: by.deviceCode, state: 'open', openedAt, opened, closings: [] })

type Code = 'count-difference' | 'not-permitted' | 'shift-closed-before' | 'shift-unknown' | null

const codeOf = (differs: boolean, { permitted }: Seen): Code =>
  permitted ? (differs ? 'count-difference' : null) : 'not-permitted'

function outcomeOf(shift: Shift, code: Code, seen: Seen, { at }: DoneBy): Outcome {
  const changed: RowChange[] = [{ entity: 'shift', id: shift.id, row: shift }]
  if (code === null) return { changed, verdict: 'applied', code, caseId: null }
  const file = caseAbout(shift, seen, at)
  changed.push({ entity: 'case', id: file.id, row: file })
  const contradicts = code === 'shift-closed-before' || code === 'shift-unknown'
  return { changed, verdict: contradicts ? 'conflict' : 'applied', code, caseId: file.id }
}

/** A count is about no single card. */
const caseAbout = ({ id: shiftId, scope }: Shift, { caseId, acceptedAt }: Seen, at: string): Case => ({
  id: caseId,
  scope,
  kind: 'count-difference',
  cardId: null,
  shiftId,
  handoverIds: [],
  state: 'open',
  openedAt: acceptedAt ?? at,
})
