import type { Card, HandedOver } from '../card/card.ts'
import type { Instant } from '../time.ts'
import type { Case, Handover, HandoverFact, HandoverFlag } from './handover.ts'

export interface BeforeHandOver {
  readonly card: Card | null
  /** The hand-over of this card that stands, where its row is known. */
  readonly standing: Handover | null
  readonly openCase: Case | null
  /** The row of this very fact, where it was applied before: it may have been undone since. */
  readonly same?: Handover | null
}

/** What the place that applies the fact knows besides it. `acceptedAt` null: on the device, before the centre answered. */
export interface HandOverSeen {
  readonly scope: string
  readonly deviceId: string
  readonly acceptedAt: Instant | null
  readonly flags: readonly HandoverFlag[]
  /** Id for a new case, should one be needed. */
  readonly caseId: string
}

export interface AfterHandOver {
  readonly card: Card | null
  /** Rows to write: the new hand-over, or none when the same fact had been applied before. */
  readonly handovers: readonly Handover[]
  readonly case: Case | null
  readonly verdict: 'applied' | 'conflict'
  /** Why a person must look at it: already-handed-over, card-unknown, card-not-ready, not-permitted; null when nobody must. */
  readonly code: string | null
}

/** What the world is after a card was given to somebody. Never refuses: the fact happened. Pure; applying the same fact again changes nothing. */
export function applyHandOver(before: BeforeHandOver, fact: HandoverFact, seen: HandOverSeen): AfterHandOver {
  if (appliedBefore(before, fact)) return unchanged(before, fact)
  const first = earlierHandOver(before)
  const trouble = troubleOf(before, first, seen)
  const file = trouble === null ? before.openCase : fileOf(before.openCase, first, fact, seen)
  const handover: Handover = {
    ...fact,
    id: fact.handoverId,
    scope: seen.scope,
    deviceId: seen.deviceId,
    acceptedAt: seen.acceptedAt,
    standing: first === null ? 'stands' : 'contested',
    flags: flagsOf(fact, seen, trouble),
  }
  return {
    card: before.card && cardAfter(before.card, fact, first, file),
    handovers: [handover],
    case: file,
    verdict: first === null ? 'applied' : 'conflict',
    code: trouble,
  }
}

function appliedBefore({ card, standing, openCase, same }: BeforeHandOver, { handoverId }: HandoverFact): boolean {
  return (
    !!same ||
    standing?.id === handoverId ||
    card?.handedOver?.handoverId === handoverId ||
    (openCase?.handoverIds.includes(handoverId) ?? false)
  )
}

function unchanged({ card, standing, openCase, same }: BeforeHandOver, fact: HandoverFact): AfterHandOver {
  const stands = standing?.id === fact.handoverId || card?.handedOver?.handoverId === fact.handoverId
  const undone = same?.standing === 'undone'
  const known = stands || undone || openCase?.kind === 'flagged-hand-over'
  return {
    card,
    handovers: [],
    case: openCase,
    verdict: known ? 'applied' : 'conflict',
    code: known ? null : 'already-handed-over',
  }
}

/** Id of the hand-over that was first, '' when the card is known to be gone but not by which one, null when this is the first. */
function earlierHandOver({ card, standing }: BeforeHandOver): string | null {
  if (standing) return standing.id
  if (card?.handedOver) return card.handedOver.handoverId
  return card?.state === 'handed-over' ? '' : null
}

type Trouble = 'already-handed-over' | 'card-unknown' | 'card-not-ready' | 'not-permitted'

function troubleOf({ card }: BeforeHandOver, first: string | null, seen: HandOverSeen): Trouble | null {
  if (first !== null) return 'already-handed-over'
  if (card === null) return 'card-unknown'
  if (card.state !== 'ready') return 'card-not-ready'
  return seen.flags.includes('not-permitted') ? 'not-permitted' : null
}

function fileOf(open: Case | null, first: string | null, fact: HandoverFact, seen: HandOverSeen): Case {
  const earlier = first ? [first] : []
  const ids = [...new Set([...(open?.handoverIds ?? []), ...earlier, fact.handoverId])]
  const kind = first === null ? (open?.kind ?? 'flagged-hand-over') : 'double-hand-over'
  if (open) return { ...open, kind, handoverIds: ids }
  const openedAt = seen.acceptedAt ?? fact.at
  return { id: seen.caseId, scope: seen.scope, kind, cardId: fact.cardId, handoverIds: ids, state: 'open', openedAt }
}

const flagOfTrouble = {
  'already-handed-over': 'second-hand-over',
  'card-unknown': 'card-unknown',
  'card-not-ready': 'card-not-ready',
  'not-permitted': 'not-permitted',
} as const satisfies Record<Trouble, HandoverFlag>

function flagsOf(fact: HandoverFact, seen: HandOverSeen, trouble: Trouble | null): HandoverFlag[] {
  const flags = new Set([...seen.flags, ...(fact.noticed ?? [])])
  if (fact.pin === 'no-verifier') flags.add('pin-unverified')
  if (fact.pin === 'overridden') flags.add('pin-overridden')
  if (fact.override?.means === 'review-later') flags.add('review-later')
  if (!fact.identity.seen) flags.add('identity-not-seen')
  if (trouble) flags.add(flagOfTrouble[trouble])
  return [...flags]
}

function cardAfter(card: Card, fact: HandoverFact, first: string | null, file: Case | null): Card {
  const caseId = file?.id ?? card.caseId
  if (first !== null) return { ...card, caseId }
  return { ...card, state: 'handed-over', handedOver: shelfNote(fact), caseId }
}

/** What the card itself remembers of a hand-over. */
export function shelfNote(fact: HandoverFact): HandedOver {
  return {
    handoverId: fact.handoverId,
    receiptNumber: fact.receiptNumber,
    at: fact.at,
    collectorName: fact.collector.name,
    collectorKind: fact.collector.kind,
    staffName: fact.staffName,
    staffCode: fact.staffCode,
    deviceCode: fact.deviceCode,
  }
}
