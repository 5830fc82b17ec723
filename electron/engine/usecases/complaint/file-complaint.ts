import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { complaintDeadline } from '#shared/domain/complaint/complaint-deadline.ts'
import { ok } from '#shared/domain/result.ts'
import { recordAct } from '../act/record-act.ts'
import type { Answer, Answering, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import { paperNumber } from '../paper-number.ts'

/** Takes a complaint down: its number, its deadline by the city's rules, the sealed fact and the audit entry in one transaction. Faults: see the contract. */
export async function fileComplaint(
  deps: Deps,
  input: ParsedInputOf<'complaint.file'>,
  { staff }: Who,
  answering: Answering,
): Answer<OutputOf<'complaint.file'>> {
  const offline = !deps.sync.online()
  const answer = await answering(async (tx) => {
    const [application, device] = [await tx.applications.find(input.applicationId), await tx.device.current()]
    if (application === null) return fail('application-unknown')
    if (device === null) return fail('not-enrolled')
    const at = deps.clock.now()
    const { plan } = (await tx.promises.terms(device.homeScope)).terms
    const complaintId = deps.ids.uuid()
    const number = await paperNumber(tx, 'KMP', at, tx.numbers.next)
    const payload = {
      ...input,
      complaintId,
      kitirNumber: application.kitirNumber,
      number,
      deadline: complaintDeadline(at, plan, (await tx.settings.region()).complaints),
      at,
      staffId: staff.id,
      staffName: staff.name,
      staffCode: staff.code,
      deviceCode: device.deviceCode,
      offline,
    }
    const by = { staffId: staff.id, scope: device.homeScope, subject: complaintId }
    await recordAct(tx, { type: 'complaint.file', payload }, { ...by, audit: { kind: 'complaint' } })
    return ok({ complaintId, number })
  })
  if (answer.ok) told(deps)
  return answer
}

/** Sends it soon, and lets the screens ask again. */
export function told(deps: Deps): void {
  deps.sync.wake()
  deps.announce('thing:complaint', 'things', 'queue', 'status')
}
