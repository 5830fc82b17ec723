import type { Card } from '#shared/domain/card/card.ts'
import type { HandoverFact } from '#shared/domain/handover/handover.ts'
import { signedOnList } from '#shared/domain/handover/signed-on-list.ts'
import type { RegionPack } from '#shared/domain/region/region-pack.ts'
import type { Deps } from '../deps.ts'
import type { WriteSet } from '../stores.ts'
import { receiptOf } from './receipt-of.ts'

interface Paper {
  readonly fact: HandoverFact
  readonly card: Card
  readonly region: RegionPack
}

/** Puts the original receipt into the print queue; null where no printer is set up: the number is on disk, and `handover.reprint` prints the original later. */
export async function queueReceipt(deps: Deps, tx: WriteSet, paper: Paper): Promise<string | null> {
  const { printer } = await tx.settings.settings()
  if (printer.kind === 'none') return null
  return queueCopy(deps, tx, paper, 0)
}

/** Puts a receipt into the print queue: copy 0 is the original, n is SALINAN ke-n. */
export async function queueCopy(
  deps: Deps,
  tx: WriteSet,
  { fact, card, region }: Paper,
  copy: number,
): Promise<string> {
  const unit = await tx.directory.unit(card.scope)
  const now = deps.clock.now()
  const jobId = deps.ids.uuid()
  await tx.prints.queue({
    jobId,
    kind: copy === 0 ? 'handover-receipt' : 'reprint',
    title: card.ownerName,
    handoverId: fact.handoverId,
    receiptNumber: fact.receiptNumber,
    copy,
    // What became of the hand-over meanwhile is looked up when the paper comes out.
    receipt: receiptOf(fact, card, { unit, region, copy, ended: null }),
    kitirId: null,
    slip: null,
    signature: signedOnList(fact) === null ? fact.signature : null,
    printer: null,
    state: 'waiting',
    attempts: 0,
    queuedAt: now,
    dueAt: now,
    printedAt: null,
    fault: null,
  })
  return jobId
}
