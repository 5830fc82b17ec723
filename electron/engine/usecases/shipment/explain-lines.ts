import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Answering, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import { openDraft, unnoted } from './open-draft.ts'
import { signedLine } from './parcel-lines.ts'

type Explained = ParsedInputOf<'shipment.explain'>

/** Why cards differ from the list, one or many at once: a card that nobody noted yet is thereby missing. What was signed meanwhile needs no reason. */
export async function explainLines(
  deps: Deps,
  { shipmentId, lines }: Explained,
  { staff }: Who,
  answering: Answering,
): Answer<OutputOf<'shipment.explain'>> {
  const answer = await answering(async (tx) => {
    const shipment = (await tx.things.find('shipment', shipmentId))?.row
    if (!shipment) return fail('shipment-unknown')
    for (const { key, note } of lines) {
      const signed = signedLine(shipment, key)
      const draft = await openDraft(tx, shipment, key, signed)
      const line = draft ?? (signed === null ? await unnoted(tx, shipment, key) : null)
      const noted = draft === null ? { at: deps.clock.now(), staffId: staff.id } : {}
      if (line) await tx.counts.save({ ...line, ...noted, note: note.trim() })
    }
    return ok({})
  })
  if (answer.ok) deps.announce(`counting:${shipmentId}`)
  return answer
}
