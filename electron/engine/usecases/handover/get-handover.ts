import type { OutputOf } from '#shared/contract/engine/calls.ts'
import type { Card } from '#shared/domain/card/card.ts'
import type { Handover } from '#shared/domain/handover/handover.ts'
import { signedOnList } from '#shared/domain/handover/signed-on-list.ts'
import { ok } from '#shared/domain/result.ts'
import { shownCard } from '../card/card-lines.ts'
import type { Answer, Deps } from '../deps.ts'
import { fail } from '../fail.ts'
import type { ReadSet } from '../stores.ts'
import { decisionAbout } from './decision-about.ts'
import { receiptEnd } from './receipt-end.ts'
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
      card: await shownCard(db, card, deps.clock.now()),
      receipt: await receiptShown(db, seen.row, card.row),
      signature: base64(await inkOf(db, row)),
      photo: row.photo === null ? null : base64(await db.blobs.get(row.photo)),
      standing: row.standing,
      centre: seen.centre,
      decided: await decisionAbout(db, seen.row),
    })
  })
}

/** The receipt of a hand-over as its original says, and what became of it since. */
export async function receiptShown(db: ReadSet, handover: Handover, card: Card) {
  const [unit, region] = [await db.directory.unit(card.scope), await db.settings.region()]
  return receiptOf(handover, card, { unit, region, copy: 0, ended: await receiptEnd(db, handover) })
}

/** PNG of the collector's own signature; null where it is not on this device, or was given on the paper of a list. */
export const inkOf = async (db: Pick<ReadSet, 'blobs'>, handover: Handover): Promise<Uint8Array | null> =>
  signedOnList(handover) === null ? db.blobs.get(handover.signature) : null
