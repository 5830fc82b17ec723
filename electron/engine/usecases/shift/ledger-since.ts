import type { CardKind } from '#shared/domain/card/card.ts'
import type { Handover } from '#shared/domain/handover/handover.ts'
import type { Movement } from '#shared/domain/movement/movement.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { ReadSet } from '../stores.ts'

interface Known {
  readonly cardKind: CardKind
  readonly ownerName: string
}
export interface LedgerSince {
  readonly lines: readonly (Movement & Known)[]
  readonly handovers: readonly (Handover & Known)[]
}

/** Movements and hand-overs of this unit since an instant, as shown on this device, with the kind of their cards. */
export async function ledgerSince(
  db: Pick<ReadSet, 'things' | 'handovers' | 'cards' | 'device'>,
  from: Instant,
): Promise<LedgerSince> {
  const scope = (await db.device.current())?.homeScope
  const cards = new Map<string, Known>()
  const known = async <R extends { readonly cardId: string }>(row: R): Promise<R & Known> => {
    const before = cards.get(row.cardId)
    if (before) return { ...row, ...before }
    const card = (await db.cards.find(row.cardId))?.row
    const of = { cardKind: card?.kind ?? ('ktp-el' as const), ownerName: card?.ownerName ?? '' }
    cards.set(row.cardId, of)
    return { ...row, ...of }
  }
  const lines = []
  for (const { row } of await db.things.list('movement', { from }))
    if (row.scope === scope) lines.push(await known(row))
  const handovers = []
  for (const row of await db.handovers.since(from)) if (row.scope === scope) handovers.push(await known(row))
  return { lines, handovers }
}
