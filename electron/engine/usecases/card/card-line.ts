import type { CardLine } from '#shared/contract/engine/values.ts'
import type { Card } from '#shared/domain/card/card.ts'
import { maskNik } from '#shared/domain/nik/mask-nik.ts'
import { promiseState } from '#shared/domain/promise/promise-state.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { SeenCard } from '../stores.ts'

const day = 86_400_000

/** What a list shows of a card. Fields the centre knows and this program does not are left out. */
export function cardLine({ row, centre }: SeenCard, now: Instant): CardLine {
  const until = row.handedOver?.at ?? now
  return {
    cardId: row.id,
    kind: row.kind,
    state: row.state,
    issueReason: row.issueReason,
    ownerName: row.ownerName,
    ownerNikMasked: maskNik(row.ownerNik),
    kitirNumber: row.kitirNumber,
    place: row.place && { rack: row.place.rack, box: row.place.box, number: row.place.number },
    arrivedAt: row.arrivedAt,
    ageDays:
      row.arrivedAt === null ? null : Math.max(0, Math.floor((Date.parse(until) - Date.parse(row.arrivedAt)) / day)),
    promise: promiseState(row, now),
    centre,
    handedOver: handedOver(row),
    ...(row.remindedAt && { remindedAt: row.remindedAt }),
    ...(row.carriedBy && { carriedBy: { name: row.carriedBy.name, since: row.carriedBy.since } }),
  }
}

function handedOver({ handedOver: of }: Card): CardLine['handedOver'] {
  if (of === null) return null
  return {
    handoverId: of.handoverId,
    receiptNumber: of.receiptNumber,
    at: of.at,
    collectorName: of.collectorName,
    collectorKind: of.collectorKind,
    staffName: of.staffName,
    staffCode: of.staffCode,
    deviceCode: of.deviceCode,
  }
}
