import type { ReceiptData } from '#shared/contract/engine/handover.ts'
import type { Card } from '#shared/domain/card/card.ts'
import type { HandoverFact } from '#shared/domain/handover/handover.ts'
import { signedOnList } from '#shared/domain/handover/signed-on-list.ts'
import { maskNik } from '#shared/domain/nik/mask-nik.ts'
import type { ReceiptEnd } from '#shared/domain/receipt/receipt.ts'
import type { RegionPack } from '#shared/domain/region/region-pack.ts'
import type { Unit } from '#shared/domain/region/unit.ts'
import { unitTitle } from '#shared/domain/region/unit-title.ts'

/** What a paper says besides the fact: the office, which copy (0 is the original), and that the hand-over does not hold any more. */
interface PaperOf {
  readonly unit: Unit | null
  readonly region: RegionPack
  readonly copy: number
  readonly ended: ReceiptEnd | null
}

/** What the paper of a hand-over says. */
export function receiptOf(fact: HandoverFact, card: Card, { unit, region, copy, ended }: PaperOf): ReceiptData {
  const onList = signedOnList(fact)
  return {
    head: [...region.receipt.head],
    unitLine: unitLine(unit, card.scope),
    cardKind: card.kind,
    number: fact.receiptNumber,
    at: fact.at,
    zone: unit?.zone ?? region.zone,
    ownerName: card.ownerName,
    ownerNikMasked: maskNik(card.ownerNik),
    kitirNumber: card.kitirNumber,
    issueReason: card.issueReason,
    collectorName: fact.collector.name,
    collectorNikMasked: fact.collector.nik && maskNik(fact.collector.nik),
    relation: fact.collector.relation,
    basis: {
      ...{ kind: fact.collector.kind, pin: fact.pin, proxyLetter: letterOf(fact) },
      ...(fact.list && { onList: true }),
    },
    oldCard: oldCardOf(fact),
    statement: region.receipt.statement,
    free: region.receipt.free,
    callCentre: region.receipt.callCentre,
    staffName: fact.staffName,
    staffCode: fact.staffCode,
    offline: fact.offline,
    copy,
    ...(onList && { onList }),
    ...(ended && { ended }),
  }
}

function unitLine(unit: Unit | null, scope: string): string {
  if (unit === null) return scope
  const name = unitTitle(unit)
  return unit.kecamatan ? `${name}, Kec. ${unit.kecamatan}` : name
}

/** Rows of the centre may carry more than the paper needs; the contract is strict. */
const letterOf = ({ collector: { proxyLetter } }: HandoverFact) =>
  proxyLetter && { number: proxyLetter.number, date: proxyLetter.date }

function oldCardOf({ oldCard }: HandoverFact): ReceiptData['oldCard'] {
  switch (oldCard.kind) {
    case 'none':
      return { kind: 'none' }
    case 'withdrawn':
      return { kind: 'withdrawn', drawer: oldCard.drawer }
    case 'police-letter':
      return { kind: 'police-letter', number: oldCard.number, date: oldCard.date, station: oldCard.station }
  }
}
