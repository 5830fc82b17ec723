import type { Seen } from '../act/rule.ts'
import type { Card, CardState } from '../card/card.ts'
import type { DoneBy, Movement, MovementKind } from '../movement/movement.ts'
import type { Case, CaseDecision } from './handover.ts'

type Settling = DoneBy & { readonly settleId: string; readonly decision: CaseDecision; readonly reason: string }

/**
 * What a decision did to the card, as a line of the ledger: two cards of one number were given (cetak ganda), or the card that lay in the books as here is found
 * to have been given (diputuskan sudah diserahkan), or to be sound or damaged after all, as another count said. Null where the decision left the card where it was.
 */
export function settlementLine(
  by: Settling,
  file: Case,
  card: Card | null,
  after: CardState | null,
  seen: Seen,
): Movement | null {
  const { settleId, reason, decision, at, staffId, staffName, staffCode, deviceCode } = by
  const from = card?.state ?? null
  if (decision !== 'both-happened' && from === after) return null
  const cardId = file.cardId ?? ''
  return {
    id: `${settleId}:${cardId}`,
    scope: file.scope,
    cardId,
    kind: decision === 'both-happened' ? 'double-print' : kindOf(after),
    from,
    to: after,
    at,
    acceptedAt: seen.acceptedAt,
    staffId,
    staffName,
    staffCode,
    deviceCode,
    number: null,
    reason,
    shipmentId: null,
    handoverId: null,
    flags: [],
  }
}

const kindOf = (after: CardState | null): MovementKind =>
  after === 'ready' || after === 'damaged' ? kindOfRecount[after] : 'settled-given'

/** How a card comes to stand as the other count said. */
export const kindOfRecount = { ready: 'taken-back', damaged: 'damaged' } as const
