import type { ParsedInputOf } from '#shared/contract/engine/calls.ts'
import type { Card, CollectorKind } from '#shared/domain/card/card.ts'
import { paperWords } from '#shared/domain/paper/words.ts'
import type { CollectorRule, RegionPack } from '#shared/domain/region/region-pack.ts'
import type { HandOverInput } from '../handover/may-hand-over.ts'

type Asked = ParsedInputOf<'bulk.record'>

/** What is the same for every card of a list. */
export type BulkList = Pick<Asked, 'group' | 'receivedBy' | 'inCharge' | 'letter' | 'checked' | 'doubtReason'>

/** What is said of one card of it. */
export type BulkLine = Pick<Asked['cards'][number], 'withdrawn' | 'label'>

/** Who receives a card of a list: its owner in person, or who is in charge with the letter of the school or the RW. */
export const bulkCollector = ({ kind }: Pick<Card, 'kind'>, receivedBy: BulkList['receivedBy']): CollectorKind =>
  receivedBy === 'owners' && kind === 'ktp-el' ? 'self' : 'proxy'

export const bulkRule = (
  card: Pick<Card, 'kind'>,
  receivedBy: BulkList['receivedBy'],
  { collectorRules }: Pick<RegionPack, 'collectorRules'>,
): CollectorRule | undefined =>
  collectorRules.find((one) => one.cardKind === card.kind && one.collector === bulkCollector(card, receivedBy))

/** One line of a list as the hand-over of its card alone would be entered: who receives it, and what of its papers was really looked at. The PIN stays open. */
export function bulkInput(card: Card, list: BulkList, line: BulkLine, region: RegionPack): HandOverInput {
  const { receivedBy, inCharge, letter, checked, doubtReason, group } = list
  const kind = bulkCollector(card, receivedBy)
  const asked = bulkRule(card, receivedBy, region)?.papers ?? []
  const { name, nik, position: relation } = inCharge
  const nobody = { name: '', nik: null, relation: '', proxyLetter: null }
  const seen = asked.every(({ id, face }) => !face || checked.includes(id)) && (kind === 'self' || inCharge.seen)
  return {
    cardId: card.id,
    pin:
      card.pinVerifier === null
        ? { means: 'no-verifier' }
        : { means: 'review-later', reason: paperWords.list.bulk(group.name) },
    collector: { kind, memberId: null, ...(kind === 'self' ? nobody : { name, nik, relation, proxyLetter: letter }) },
    papers: asked.filter(({ id }) => checked.includes(id)).map(({ id }) => id),
    identity: seen ? { seen } : { seen, reason: paperWords.list.notCompared },
    oldCard: line.withdrawn ? { kind: 'withdrawn', drawer: null } : { kind: 'none' },
    label: line.label,
    doubtReason,
    onList: true,
  }
}
