import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import type { Fault } from '#shared/contract/errors.ts'
import type { DoneBy } from '#shared/domain/movement/movement.ts'
import { ok, type Result } from '#shared/domain/result.ts'
import { recordAct } from '../act/record-act.ts'
import type { Answer, Answering, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import type { WriteSet } from '../stores.ts'
import { told } from './file-complaint.ts'

/** What was answered to a complaint, whoever answered before. Faults: see the contract. */
export async function answerComplaint(
  deps: Deps,
  { complaintId, text }: ParsedInputOf<'complaint.answer'>,
  who: Who,
  answering: Answering,
): Answer<OutputOf<'complaint.answer'>> {
  const answerId = deps.ids.uuid()
  const answer = await answering(async (tx) => {
    const here = await doneBy(deps, tx, who, complaintId)
    if (!here.ok) return here
    const { by, scope } = here.value
    const payload = { ...by, answerId, complaintId, text, offline: !deps.sync.online() }
    const audit = { kind: 'complaint-answer' } as const
    const of = { staffId: by.staffId, scope, subject: complaintId, audit }
    await recordAct(tx, { type: 'complaint.answer', payload }, of)
    return ok({ answerId })
  })
  if (answer.ok) told(deps)
  return answer
}

/** The citizen takes it back. Faults: see the contract. */
export async function withdrawComplaint(
  deps: Deps,
  { complaintId, reason }: ParsedInputOf<'complaint.withdraw'>,
  who: Who,
  answering: Answering,
): Answer<OutputOf<'complaint.withdraw'>> {
  const withdrawId = deps.ids.uuid()
  const answer = await answering(async (tx) => {
    const here = await doneBy(deps, tx, who, complaintId)
    if (!here.ok) return here
    const { by, scope } = here.value
    const payload = { ...by, withdrawId, complaintId, reason, offline: !deps.sync.online() }
    const audit = { kind: 'complaint-withdraw' } as const
    const of = { staffId: by.staffId, scope, subject: complaintId, audit }
    await recordAct(tx, { type: 'complaint.withdraw', payload }, of)
    return ok({ complaintId })
  })
  if (answer.ok) told(deps)
  return answer
}

/** Who does it where, if the complaint can still be dealt with; `scope` is the complaint's. */
async function doneBy(deps: Deps, tx: WriteSet, { staff }: Who, complaintId: string): Promise<Result<DoneHere, Fault>> {
  const complaint = await tx.things.find('complaint', complaintId)
  const device = await tx.device.current()
  if (!complaint) return fail('complaint-unknown')
  if (device === null) return fail('not-enrolled')
  if (complaint.row.state === 'withdrawn') return fail('complaint-withdrawn')
  const by = { staffId: staff.id, staffName: staff.name, staffCode: staff.code, deviceCode: device.deviceCode }
  return ok({ scope: complaint.row.scope, by: { ...by, at: deps.clock.now() } })
}

interface DoneHere {
  readonly scope: string
  readonly by: DoneBy
}
