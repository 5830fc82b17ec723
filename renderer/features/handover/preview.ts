import { relationWord } from '#shared/domain/collector/relation-word.ts'
import type { PinOutcome } from '#shared/domain/handover/handover.ts'
import { maskNik } from '#shared/domain/nik/mask-nik.ts'
import type { Receipt } from '#shared/domain/receipt/receipt.ts'
import { type CardDetail, type Draft, oldCardInput, type PinState, type Policy } from './draft.ts'

interface Desk {
  readonly at: string
  readonly zone: string
  readonly staff: { readonly name: string; readonly code: string }
  readonly offline: boolean
}

/** Who stands at the counter as far as it is known: name, masked NIK, relation. */
export function collectorShown(draft: Draft, { card, household }: CardDetail) {
  const member = household.find(({ memberId }) => memberId === draft.memberId)
  const relation = draft.relation.trim() || relationWord(draft.collector, member?.relation ?? null)
  if (draft.collector === 'self') return { name: card.ownerName, nikMasked: card.ownerNikMasked, relation }
  if (member) return { name: member.name, nikMasked: member.nikMasked, relation }
  return { name: draft.name.trim(), nikMasked: draft.nik.length === 16 ? maskNik(draft.nik) : null, relation }
}

function outcomeOf(pin: PinState): PinOutcome {
  if (pin.kind === 'no-verifier') return 'no-verifier'
  return pin.kind === 'override' || pin.kind === 'review-later' ? 'overridden' : 'verified'
}

/** The receipt as it would be printed now. */
export function previewOf(draft: Draft, detail: CardDetail, policy: Policy, desk: Desk): Receipt {
  const { card, unit } = detail
  const collector = collectorShown(draft, detail)
  return {
    ...policy.receipt,
    unitLine: unit.kecamatan ? `${unit.name}, Kec. ${unit.kecamatan}` : unit.name,
    cardKind: card.kind,
    number: detail.nextReceiptNumber,
    at: desk.at,
    zone: desk.zone,
    ownerName: card.ownerName,
    ownerNikMasked: card.ownerNikMasked,
    kitirNumber: card.kitirNumber,
    issueReason: card.issueReason,
    collectorName: collector.name || '…',
    collectorNikMasked: collector.nikMasked,
    relation: collector.relation,
    basis: {
      kind: draft.collector,
      pin: outcomeOf(draft.pin),
      proxyLetter:
        draft.letterNumber && draft.letterDate ? { number: draft.letterNumber, date: draft.letterDate } : null,
    },
    oldCard: oldCardInput(draft, detail),
    staffName: desk.staff.name,
    staffCode: desk.staff.code,
    offline: desk.offline,
    copy: 0,
  }
}
