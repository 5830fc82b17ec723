import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { type HandoverReviewed, whyNotReviewed } from '#shared/domain/handover/review-rule.ts'
import { ok } from '#shared/domain/result.ts'
import { recordAct } from '../act/record-act.ts'
import type { Answer, Answering, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'

/** A supervisor has looked at a marked hand-over: an intention that the centre may still refuse. Faults: see the contract. */
export async function reviewHandover(
  deps: Deps,
  { handoverId, note }: ParsedInputOf<'handover.review'>,
  { staff }: Who,
  answering: Answering,
): Answer<OutputOf<'handover.review'>> {
  const answer = await answering(async (tx) => {
    const row = (await tx.handovers.find(handoverId))?.row
    if (!row) return fail('handover-unknown')
    const why = whyNotReviewed(row, staff.id)
    if (why !== null) return fail(why)
    const device = await tx.device.current()
    if (device === null) return fail('not-enrolled')
    const { cardId, scope } = row
    const by = { staffId: staff.id, staffName: staff.name, staffCode: staff.code, deviceCode: device.deviceCode }
    const payload: HandoverReviewed = {
      reviewId: deps.ids.uuid(),
      ...{ handoverId, cardId, at: deps.clock.now(), ...by, note },
    }
    const audit = { kind: 'review', subject: handoverId } as const
    await recordAct(tx, { type: 'handover.review', payload }, { staffId: staff.id, scope, subject: cardId, audit })
    return ok({ reviewId: payload.reviewId })
  })
  if (!answer.ok) return answer
  deps.sync.wake()
  deps.announce('cards', 'queue', 'status')
  return answer
}
