import type { OutputOf } from '#shared/contract/engine/calls.ts'
import type { Fault } from '#shared/contract/errors.ts'
import type { Act } from '#shared/domain/act/acts.ts'
import type { Application } from '#shared/domain/application/application.ts'
import type { ClaimActOf } from '#shared/domain/claim/claim-acts.ts'
import { claimIdOf } from '#shared/domain/claim/claim-rules.ts'
import { ok, type Result } from '#shared/domain/result.ts'
import { recordAct } from '../act/record-act.ts'
import type { Answer, Answering, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import type { ReadSet, WriteSet } from '../stores.ts'
import { claimView } from './claim-view.ts'

/** A claim with its application. Fault: claim-unknown. */
export async function findClaim(db: Pick<ReadSet, 'things' | 'applications'>, claimId: string) {
  const claim = await db.things.find('claim', claimId)
  const application = claim && (await db.applications.find(claim.row.applicationId))
  return claim && application ? ok({ claim, application }) : fail('claim-unknown')
}

type View = OutputOf<'claim.get'>
type Doing = (tx: WriteSet) => Promise<Result<{ readonly act: Act; readonly application: Application }, Fault>>

/** Records the act about a claim in one transaction, and answers with the claim as it stands then. */
export async function actOnClaim(deps: Deps, who: Who, answering: Answering, doing: Doing): Answer<View> {
  const answer = await answering(async (tx) => {
    const done = await doing(tx)
    if (!done.ok) return done
    const { act, application } = done.value
    const claimId = claimIdOf(application.id)
    const kind = 'kind' in act.payload ? act.payload.kind : act.type
    await recordAct(tx, act, {
      staffId: who.staff.id,
      scope: (await tx.things.find('claim', claimId))?.row.scope ?? application.scope,
      subject: claimId,
      audit: { kind: 'claim', subject: `${kind} ${claimId}` },
    })
    const claim = await tx.things.find('claim', claimId)
    if (!claim) throw new Error('the claim acted on is gone')
    return ok(await claimView(tx, claim, application, who, deps.clock.now()))
  })
  if (!answer.ok) return answer
  deps.sync.wake()
  deps.announce('things', 'thing:claim', 'queue', 'status')
  return answer
}

/** Who acts now at which device, as a happening names them. Throws where the device has no identity yet. */
export async function actBy(
  deps: Deps,
  tx: WriteSet,
  { staff }: Who,
  { id: applicationId }: Application,
): Promise<ClaimActOf> {
  const device = await tx.device.current()
  if (device === null) throw new Error('a claim needs an enrolled device')
  const by = {
    at: deps.clock.now(),
    staffId: staff.id,
    staffName: staff.name,
    staffCode: staff.code,
    deviceCode: device.deviceCode,
  }
  return { id: deps.ids.uuid(), applicationId, by }
}
