import type { CaseCount } from '#shared/contract/engine/cases.ts'
import type { Case } from '#shared/domain/handover/handover.ts'
import { differingCounts } from '#shared/domain/shift/differing-counts.ts'
import type { ReadSet } from '../stores.ts'

/** The counts of the shift that a case is about, those that did not agree. */
export async function countsOf(db: Pick<ReadSet, 'things'>, { shiftId }: Case): Promise<CaseCount[]> {
  const shift = shiftId ? (await db.things.find('shift', shiftId))?.row : null
  return shift ? differingCounts(shift) : []
}
