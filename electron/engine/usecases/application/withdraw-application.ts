import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { isClosed } from '#shared/domain/filing/filing-status.ts'
import { ok } from '#shared/domain/result.ts'
import { recordAct } from '../act/record-act.ts'
import type { Answer, Answering, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import { doneHere } from './done-here.ts'

/** The citizen takes the application back. Faults: application-unknown, application-closed. */
export async function withdrawApplication(
  deps: Deps,
  { applicationId, reason }: ParsedInputOf<'application.withdraw'>,
  who: Who,
  answering: Answering,
): Answer<OutputOf<'application.withdraw'>> {
  const answer = await answering(async (tx) => {
    const seen = await tx.things.find('filing', applicationId)
    if (seen === null) return fail('application-unknown')
    if (isClosed(seen.row.status)) return fail('application-closed')
    const here = await doneHere(deps, tx, who)
    if (!here.ok) return here
    const payload = {
      ...here.value.by,
      withdrawId: deps.ids.uuid(),
      applicationId,
      reason,
      offline: here.value.offline,
    }
    const of = { staffId: who.staff.id, scope: seen.row.scope, subject: applicationId }
    await recordAct(tx, { type: 'application.withdraw', payload }, { ...of, audit: { kind: 'application-withdraw' } })
    return ok({})
  })
  if (answer.ok) toldFiling(deps)
  return answer
}

/** Sends it soon, and lets the screens ask again. */
export function toldFiling(deps: Deps): void {
  deps.sync.wake()
  deps.announce('thing:filing', 'thing:kitir', 'things', 'intake-drafts', 'queue', 'status')
}
