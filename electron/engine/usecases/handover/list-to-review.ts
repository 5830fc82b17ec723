import type { OutputOf } from '#shared/contract/engine/calls.ts'
import type { ToReview } from '#shared/contract/engine/review.ts'
import type { Handover } from '#shared/domain/handover/handover.ts'
import { reviewFlags, whyNotReviewed } from '#shared/domain/handover/review-rule.ts'
import type { RegionPack } from '#shared/domain/region/region-pack.ts'
import { ok } from '#shared/domain/result.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { Answer, Deps, Who } from '../deps.ts'
import type { ReadSet } from '../stores.ts'

const days = 90
const mostRows = 200

/** Marked hand-overs that nobody has reviewed. */
export function toReview({ handovers }: Pick<ReadSet, 'handovers'>, now: Instant): Promise<readonly Handover[]> {
  const from = new Date(Date.parse(now) - days * 24 * 3_600_000).toISOString()
  return handovers.toReview(reviewFlags, from)
}

/** The list that a supervisor works through, each with what speaks for looking at it. */
export async function listToReview(
  deps: Deps,
  _: Record<string, never>,
  { staff }: Who,
): Answer<OutputOf<'handover.to-review'>> {
  return deps.reading(async (db) => {
    const found = await toReview(db, deps.clock.now())
    const region = await db.settings.region()
    const rows: ToReview[] = []
    for (const row of found.slice(0, mostRows)) rows.push(await lineOf(db, row, staff.id, region))
    return ok({ total: found.length, rows })
  })
}

async function lineOf(db: ReadSet, row: Handover, staffId: string, region: RegionPack): Promise<ToReview> {
  const card = (await db.cards.find(row.cardId))?.row ?? null
  const { id: handoverId, receiptNumber, at, staffName, staffCode, deviceCode, collector, identity } = row
  const said = [row.override?.reason, identity.seen ? null : identity.reason, row.doubts?.reason]
  const rule = region.collectorRules.find(
    ({ cardKind, collector: kind }) => cardKind === card?.kind && kind === collector.kind,
  )
  const labelOf = (id: string) => rule?.papers.find((paper) => paper.id === id)?.label ?? id
  return {
    ...{ handoverId, receiptNumber, at, staffName, staffCode, deviceCode },
    cardKind: card?.kind ?? null,
    ownerName: card?.ownerName ?? '',
    collectorName: collector.name,
    collectorKind: collector.kind,
    flags: reviewFlags.filter((flag) => row.flags.includes(flag)),
    reasons: [...new Set(said.flatMap((one) => (one ? [one] : [])))],
    unchecked: (row.unchecked ?? []).map((id) => ({ id, label: labelOf(id) })),
    own: whyNotReviewed(row, staffId) === 'own-hand-over',
  }
}
