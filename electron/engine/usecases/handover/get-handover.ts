import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { ok } from '#shared/domain/result.ts'
import { cardLine } from '../card/card-line.ts'
import type { Answer, Deps } from '../deps.ts'
import { fail } from '../fail.ts'
import type { ReadSet } from '../stores.ts'
import { receiptOf } from './receipt-of.ts'

const base64 = (bytes: Uint8Array | null) => bytes && Buffer.from(bytes).toString('base64')

/** One hand-over with its receipt; signature and photo only where this device has them. Faults: handover-unknown, card-unknown. */
export async function getHandover(
  deps: Deps,
  { handoverId }: { handoverId: string },
): Answer<OutputOf<'handover.get'>> {
  return deps.reading(async (db) => {
    const seen = await db.handovers.find(handoverId)
    if (!seen) return fail('handover-unknown')
    const card = await db.cards.find(seen.row.cardId)
    if (!card) return fail('card-unknown')
    const { row } = seen
    return ok({
      handoverId,
      card: cardLine(card, deps.clock.now()),
      receipt: await receiptShown(db, seen.row, card.row),
      signature: base64(await db.blobs.get(row.signature)),
      photo: row.photo === null ? null : base64(await db.blobs.get(row.photo)),
      standing: row.standing,
      centre: seen.centre,
    })
  })
}

/** The receipt of a hand-over as its original says. */
export async function receiptShown(
  db: ReadSet,
  fact: Parameters<typeof receiptOf>[0],
  card: Parameters<typeof receiptOf>[1],
) {
  return receiptOf(fact, card, await db.directory.unit(card.scope), await db.settings.region(), 0)
}
