import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Answering, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import { queueCopy } from './queue-receipt.ts'

/** Prints once more; the original where this device recorded the hand-over and never queued it. Faults: handover-unknown, card-unknown, printer-not-set. */
export async function reprintReceipt(
  deps: Deps,
  { handoverId }: { handoverId: string },
  { staff }: Who,
  answering: Answering,
): Answer<OutputOf<'handover.reprint'>> {
  const answer = await answering(async (tx) => {
    const handover = await tx.handovers.find(handoverId)
    if (!handover) return fail('handover-unknown')
    const card = await tx.cards.find(handover.row.cardId)
    if (!card) return fail('card-unknown')
    if ((await tx.settings.settings()).printer.kind === 'none') return fail('printer-not-set')
    const device = await tx.device.current()
    const own = handover.row.deviceId === device?.deviceId
    const last = await tx.prints.lastCopy(handoverId)
    const copy = last === null && own ? 0 : (last ?? 0) + 1
    const paper = { fact: handover.row, card: card.row, region: await tx.settings.region() }
    const printJobId = await queueCopy(deps, tx, paper, copy)
    await tx.audit.append({ kind: 'reprint', subject: handoverId, staffId: staff.id, at: deps.clock.now() })
    return ok({ printJobId, copy })
  })
  if (!answer.ok) return answer
  deps.printing.wake()
  deps.announce('prints', 'status')
  return answer
}
