import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { caseNumber } from '#shared/domain/case/case-number.ts'
import type { Handover } from '#shared/domain/handover/handover.ts'
import { unitZone } from '../device/unit-zone.ts'
import type { ReadSet } from '../stores.ts'

/** What a supervisor decided about a hand-over last; null where nothing was. */
export async function decisionAbout(
  db: Pick<ReadSet, 'cases' | 'device' | 'directory' | 'settings'>,
  { id, cardId }: Pick<Handover, 'id' | 'cardId'>,
): Promise<OutputOf<'handover.get'>['decided']> {
  const about = (await db.cases.about(cardId))
    .map(({ row }) => row)
    .filter(({ handoverIds }) => handoverIds.includes(id))
  const [last] = about
    .filter(({ settled }) => settled)
    .sort((a, b) => ((a.settled?.settledAt ?? '') > (b.settled?.settledAt ?? '') ? -1 : 1))
  if (!last?.settled) return null
  const { staffName, settledAt: at, reason } = last.settled
  return { staffName, at, caseNumber: caseNumber(last, await unitZone(db)), reason }
}
