import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { caseNumber } from '#shared/domain/case/case-number.ts'
import type { Case } from '#shared/domain/handover/handover.ts'
import type { ReadSet, Seen } from '../stores.ts'

type CaseLine = OutputOf<'case.list'>[number]

/** A case as lists show it. `zone`: of the unit, for its number. */
export async function caseLine(db: ReadSet, { row, centre }: Seen<Case>, zone: string): Promise<CaseLine> {
  const card = row.cardId === null ? null : await db.cards.find(row.cardId)
  return {
    caseId: row.id,
    number: caseNumber(row, zone),
    kind: row.kind,
    state: row.state,
    openedAt: row.openedAt,
    cardId: row.cardId,
    cardKind: card?.row.kind ?? null,
    ownerName: card?.row.ownerName ?? null,
    centre: centre === 'waiting' ? 'waiting' : 'recorded',
  }
}
