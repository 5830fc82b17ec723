import type { Card } from '#shared/domain/card/card.ts'
import type { ClerkMove } from '#shared/domain/movement/card-move-rule.ts'
import { type MoveRefusal, refusalOfMove } from '#shared/domain/movement/decide-move.ts'
import { refusalOfTakeBack, type TakeBackRefusal } from '#shared/domain/movement/take-back.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { Who } from '../deps.ts'
import type { ReadSet } from '../stores.ts'

export interface RefusalHere {
  readonly code: MoveRefusal['code'] | TakeBackRefusal
  /** From how many days on the shelf on. */
  readonly days: number | null
}

/** Why this person may not record this of the card now; null: they may. */
export async function refusalHere(
  db: Pick<ReadSet, 'settings' | 'things'>,
  card: Card,
  kind: ClerkMove,
  { staff }: Who,
  now: Instant,
): Promise<RefusalHere | null> {
  const { limits, undo } = await db.settings.region()
  const refusal = refusalOfMove(card, kind, now, limits)
  if (refusal) return { code: refusal.code, days: 'days' in refusal ? refusal.days : null }
  if (kind !== 'taken-back') return null
  const ledger = await db.things.list('movement', { about: card.id })
  const attempt = { staffId: staff.id, supervisor: staff.roles.includes('supervisor'), now }
  const code = refusalOfTakeBack(
    ledger.map(({ row }) => row),
    attempt,
    { undo },
  )
  return code && { code, days: null }
}
