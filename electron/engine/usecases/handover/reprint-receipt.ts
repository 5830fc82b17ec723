import type { OutputOf } from '#shared/contract/engine/calls.ts'
import type { Handover } from '#shared/domain/handover/handover.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Answering, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import type { PrintRow, WriteSet } from '../stores.ts'
import { queueCopy } from './queue-receipt.ts'

/**
 * Prints the receipt: the original where this device recorded the hand-over and no original came out yet, SALINAN ke-n after that. Faults:
 * handover-unknown, card-unknown, printer-not-set.
 */
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
    const paper = { fact: handover.row, card: card.row, region: await tx.settings.region() }
    await tx.audit.append({ kind: 'reprint', subject: handoverId, staffId: staff.id, at: deps.clock.now() })
    return ok((await original(deps, tx, handover.row)) ?? (await nextPaper(deps, tx, paper)))
  })
  if (!answer.ok) return answer
  deps.printing.wake()
  deps.announce('prints', 'status')
  return answer
}

type Paper = Parameters<typeof queueCopy>[2]
type Queued = OutputOf<'handover.reprint'>

/** An original that failed is not followed by a copy of what nobody has: it is tried again. */
async function original(deps: Deps, tx: WriteSet, { id }: Handover): Promise<Queued | null> {
  const failed = (await tx.prints.ofHandover(id)).find(({ copy, state }) => copy === 0 && state === 'failed')
  if (!failed) return null
  await tx.prints.save({ ...failed, state: 'waiting', dueAt: deps.clock.now(), fault: null })
  return { printJobId: failed.jobId, copy: 0 }
}

async function nextPaper(deps: Deps, tx: WriteSet, paper: Paper & { readonly fact: Handover }): Promise<Queued> {
  const own = paper.fact.deviceId === (await tx.device.current())?.deviceId
  const copy = nextCopy(await tx.prints.ofHandover(paper.fact.id), own)
  return { printJobId: await queueCopy(deps, tx, paper, copy), copy }
}

/** What was cancelled never came out, and its number is free again. The original of another device was printed there. */
function nextCopy(jobs: readonly PrintRow[], own: boolean): number {
  const copies = jobs.filter(({ state }) => state !== 'cancelled').map(({ copy }) => copy)
  return Math.max(own ? -1 : 0, ...copies) + 1
}
