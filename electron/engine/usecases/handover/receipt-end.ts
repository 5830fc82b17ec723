import type { Handover } from '#shared/domain/handover/handover.ts'
import type { ReceiptEnd } from '#shared/domain/receipt/receipt.ts'
import type { ReadSet } from '../stores.ts'
import { decisionAbout } from './decision-about.ts'

/** Why the receipt of a hand-over is worth nothing any more, as known here; null where it holds. */
export async function receiptEnd(
  db: Pick<ReadSet, 'things' | 'cases' | 'device' | 'directory' | 'settings'>,
  { id, cardId, standing }: Pick<Handover, 'id' | 'cardId' | 'standing'>,
): Promise<ReceiptEnd | null> {
  if (standing === 'set-aside') {
    const decided = await decisionAbout(db, { id, cardId })
    return { how: standing, at: decided?.at ?? null, reason: decided?.reason ?? '' }
  }
  if (standing !== 'undone') return null
  const movements = await db.things.list('movement', { about: cardId, newestFirst: true })
  const undoing = movements.find(({ row }) => row.kind === 'undone' && row.handoverId === id)?.row
  return { how: standing, at: undoing?.at ?? null, reason: undoing?.reason ?? '' }
}
