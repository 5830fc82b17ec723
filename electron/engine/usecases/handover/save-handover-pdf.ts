import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import { saveNoted } from '../paper/save-noted.ts'
import { inkOf, receiptShown } from './get-handover.ts'

/** A4 proof as PDF, kept where the person says. Faults: handover-unknown, card-unknown, file-not-saved. */
export async function saveHandoverPdf(
  deps: Deps,
  { handoverId }: { handoverId: string },
  { staff }: Who,
): Answer<OutputOf<'handover.save-pdf'>> {
  const found = await deps.reading(async (db) => {
    const handover = await db.handovers.find(handoverId)
    if (!handover) return fail('handover-unknown')
    const card = await db.cards.find(handover.row.cardId)
    if (!card) return fail('card-unknown')
    return ok({
      receipt: await receiptShown(db, handover.row, card.row),
      signature: await inkOf(db, handover.row),
    })
  })
  if (!found.ok) return found
  const { receipt, signature } = found.value
  const pdf = await deps.documents.handoverProof(receipt, signature)
  const fileName = `bukti-${receipt.number.replace(/[^0-9A-Za-z.-]+/g, '-')}.pdf`
  const entry = { kind: 'save-pdf', subject: handoverId, staffId: staff.id } as const
  return saveNoted(deps, entry, { fileName, bytes: pdf })
}
