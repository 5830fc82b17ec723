import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import type { Fault } from '#shared/contract/errors.ts'
import { ok, type Result } from '#shared/domain/result.ts'
import { recordAct } from '../act/record-act.ts'
import type { Answer, Answering, Deps, Who } from '../deps.ts'
import { ownerOf } from '../ekitir/owner-of.ts'
import { forgetPin } from '../ekitir/show-pin.ts'
import { fail } from '../fail.ts'
import type { ReadSet } from '../stores.ts'
import { doneHere } from './done-here.ts'
import { issueKitir, prepareKitir } from './issue-kitir.ts'
import { toldFiling } from './withdraw-application.ts'

/** Another e-Kitir for an application: an old one had no PIN, or it was lost. Faults: application-unknown, not-enrolled. */
export async function reissueKitir(
  deps: Deps,
  { applicationId, reason, identitySeen }: ParsedInputOf<'ekitir.reissue'>,
  who: Who,
  answering: Answering,
): Answer<OutputOf<'ekitir.reissue'>> {
  const { digits } = (await deps.reading((db) => db.settings.region())).pin
  const [prepared, signer] = [await prepareKitir(deps, digits), await deps.signer()]
  const answer = await answering(async (tx) => {
    const before = await kitirBefore(tx, applicationId)
    if (!before.ok) return before
    const here = await doneHere(deps, tx, who)
    if (!here.ok) return here
    const { by, device, offline } = here.value
    if (before.value.replacesKitirId !== null) await forgetPin(tx, before.value.replacesKitirId)
    const kitir = await issueKitir(tx, prepared, { device, signer, at: by.at })
    const { scope, ...replaced } = before.value
    const payload = {
      ...by,
      ...replaced,
      reissueId: deps.ids.uuid(),
      applicationId,
      kitir,
      reason,
      identitySeen,
      offline,
    }
    const of = { staffId: who.staff.id, scope, subject: kitir.kitirId }
    const audit = { kind: 'kitir-reissue', subject: applicationId } as const
    await recordAct(tx, { type: 'ekitir.reissue', payload }, { ...of, audit })
    return ok({ kitirId: kitir.kitirId, number: kitir.number })
  })
  if (answer.ok) toldFiling(deps)
  return answer
}

interface Before {
  readonly scope: string
  readonly replacesNumber: string
  readonly replacesKitirId: string | null
  readonly ownerName: string
}

/** The e-Kitir that the application has now: one of ours, or KNG's. */
async function kitirBefore(
  db: Pick<ReadSet, 'things' | 'applications'>,
  applicationId: string,
): Promise<Result<Before, Fault>> {
  const [ours] = await db.things.list('kitir', { about: applicationId, states: ['valid'], newestFirst: true, limit: 1 })
  if (ours) {
    const { scope, number, id } = ours.row
    return ok({ scope, replacesNumber: number, replacesKitirId: id, ownerName: await ownerOf(db, ours.row) })
  }
  const application = await db.applications.find(applicationId)
  if (application === null) return fail('application-unknown')
  const { scope, kitirNumber, applicantName } = application
  return ok({ scope, replacesNumber: kitirNumber, replacesKitirId: null, ownerName: applicantName })
}
