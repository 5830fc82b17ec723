import type { RowChange } from '#shared/domain/act/row-set.ts'
import type { Application } from '#shared/domain/application/application.ts'
import { applicationOf } from '#shared/domain/filing/application-of.ts'
import type { Filing } from '#shared/domain/filing/filing.ts'
import { filingStatuses } from '#shared/domain/filing/filing-status.ts'
import { stepped } from '#shared/domain/filing/step.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { RowAccess } from './row-access.ts'

/**
 * An application that was filed at a counter is two rows: what was filed, and what the promise is about. Each follows the other: the promise its course,
 * and the course its cards. `changed`: what an act made, and what followed of it for applications.
 */
export async function followingFilings(
  rows: RowAccess,
  changed: readonly RowChange[],
  at: Instant,
): Promise<RowChange[]> {
  const following: RowChange[] = []
  for (const { entity, id, row } of changed) {
    if (entity === 'filing') {
      const application = applicationOf(row as Filing, await rows.one('application', id))
      if (application) following.push({ entity: 'application', id, row: application })
    }
    if (entity === 'application') {
      const filing = await rows.one('filing', id)
      const after = filing && afterCards(filing, row as Application, at)
      if (after) following.push({ entity: 'filing', id, row: after })
    }
  }
  return following
}

/** Its card was received, handed over, lost …: the citizen reads it in the course. */
function afterCards(filing: Filing, { status }: Application, at: Instant): Filing | null {
  const known = filingStatuses.find((one) => one === status)
  if (known === undefined || known === filing.status) return null
  return stepped(filing, { stepId: `card:${status}:${at}`, status: known, at, note: null, by: 'centre' })
}
