import type { OutputOf } from '#shared/contract/engine/calls.ts'
import type { DrawerCard } from '#shared/contract/engine/shifts.ts'
import type { CardKind } from '#shared/domain/card/card.ts'
import { ok } from '#shared/domain/result.ts'
import type { Pieces } from '#shared/domain/shift/shift.ts'
import { piecesOf } from '#shared/domain/shift/shift-balance.ts'
import type { Answer, Deps } from '../deps.ts'
import type { ReadSet } from '../stores.ts'
import { ledgerSince } from './ledger-since.ts'
import { openShiftHere, stockOf } from './open-shift-here.ts'

/** Every card that should lie in the drawer of this unit, in the order of the shelf, and the count that was begun. */
export async function readDrawer(deps: Deps): Answer<OutputOf<'shift.drawer'>> {
  return deps.reading(async (db) => {
    const cards = [...(await drawerCards(db))]
    const shift = await openShiftHere(db)
    if (shift === null) return ok({ cards, sum: countKinds(cards), draft: null })
    const sum = piecesOf(stockOf(shift, await ledgerSince(db, shift.openedAt)), 'expected')
    const draft = await db.settings.draft('closing')
    return ok({ cards, sum, draft: draft?.shiftId === shift.id ? draft : null })
  })
}

export async function drawerCards(db: Pick<ReadSet, 'cards' | 'device'>): Promise<readonly DrawerCard[]> {
  const scope = (await db.device.current())?.homeScope
  const cards = (await db.cards.inDrawer()).map(({ row }) => row).filter((card) => card.scope === scope)
  return cards.map(({ id: cardId, labelCode, kitirNumber, ownerName, kind: cardKind, place }) => ({
    cardId,
    labelCode,
    kitirNumber,
    ownerName,
    cardKind,
    rack: place?.rack ?? '',
    box: place?.box ?? '',
  }))
}

export const countKinds = (cards: readonly { readonly cardKind: CardKind }[]): Pieces => ({
  ktpEl: cards.filter(({ cardKind }) => cardKind === 'ktp-el').length,
  kia: cards.filter(({ cardKind }) => cardKind === 'kia').length,
})
