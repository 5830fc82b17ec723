import type { Act } from '#shared/domain/act/acts.ts'
import type { RowSet } from '#shared/domain/act/row-set.ts'
import type { Override } from '#shared/domain/handover/handover.ts'
import { undoneTooLate } from '#shared/domain/handover/undo.ts'
import type { CardsMoved } from '#shared/domain/movement/card-move-rule.ts'
import type { DoneBy, Movement } from '#shared/domain/movement/movement.ts'
import { setAsideBy } from '#shared/domain/movement/take-back.ts'
import type { Acceptance } from './acceptance.ts'
import { cardKey } from './row-keys.ts'
import { isStorable } from './storable.ts'

type Where = Pick<Acceptance, 'rows' | 'terms' | 'region' | 'at'>

/** What was undone outside the time rules is a fact all the same; the flag makes a supervisor look at it. */
export async function flagsOfUndo(where: Where, act: Act, rows: RowSet): Promise<readonly string[]> {
  const late = await isTooLate(where, act, rows)
  return late ? ['undo-too-late'] : []
}

async function isTooLate(where: Where, act: Act, rows: RowSet): Promise<boolean> {
  if (act.type === 'card.move') return act.payload.kind === 'taken-back' && takenBackTooLate(where, act.payload)
  if (act.type !== 'handover.undo') return false
  const handover = rows.get('handover', act.payload.handoverId)
  const { override, ...fact } = act.payload
  return (
    handover !== null &&
    undoneTooLate(handover, dated(fact, where), await isSupervised(where, fact, override), where.region)
  )
}

/** Of any of the cards. */
async function takenBackTooLate(where: Where, fact: CardsMoved): Promise<boolean> {
  const supervised = await isSupervised(where, fact, null)
  for (const { cardId } of fact.cards) {
    const ledger = (await where.rows.byKeys(['movement'], [cardKey(cardId)])).map(({ row }) => row as Movement)
    const line = setAsideBy(ledger.toSorted((a, b) => (a.at < b.at ? -1 : 1)))
    if (line && undoneTooLate(line, dated(fact, where), supervised, where.region)) return true
  }
  return false
}

const dated = <T extends object>(fact: T, { at: acceptedAt }: Where) => ({ ...fact, acceptedAt })

/** Was a supervisor of this device's units there when it was done: who did it, or who stood by? A name alone proves nothing. */
async function isSupervised(
  { terms }: Where,
  { staffId, at }: Pick<DoneBy, 'staffId' | 'at'>,
  override: Override | null,
): Promise<boolean> {
  for (const person of [staffId, override?.supervisorId ?? ''])
    if (isStorable(person) && (await terms.allowed(person, ['supervisor'], at))) return true
  return false
}
