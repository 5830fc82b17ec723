import type { Card, HandedOver } from '../card/card.ts'
import type { Instant } from '../time.ts'
import type { Case, Handover, HandoverFact, HandoverFlag } from './handover.ts'

export interface BeforeHandOver {
  readonly card: Card | null
  /** The hand-overs of this card that stand or may (contested), where their rows are known. */
  readonly earlier: readonly Handover[]
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
  /** Why a person must look at it: already-handed-over, card-unknown, card-not-ready, not-permitted, rules-not-met; null when nobody must. */
  readonly code: string | null
}

/** What the world is after a card was given to somebody. Never refuses: the fact happened. Pure; applying the same fact again changes nothing. */
export function applyHandOver(before: BeforeHandOver, fact: HandoverFact, seen: HandOverSeen): AfterHandOver {
  if (appliedBefore(before, fact)) return unchanged(before, fact)
  const earlier = earlierHandOvers(before)
  const trouble = troubleOf(before, earlier, seen)
  const file = trouble === null ? before.openCase : fileOf(before.openCase, earlier, fact, seen)
  const handover: Handover = {
    ...fact,
    id: fact.handoverId,
    scope: seen.scope,
    deviceId: seen.deviceId,
    acceptedAt: seen.acceptedAt,
    standing: earlier === null ? 'stands' : 'contested',
    from: earlier === null ? (before.card?.state ?? null) : null,
    ...(earlier === null && before.card?.carriedBy && { carriedBy: before.card.carriedBy }),
    flags: flagsOf(fact, seen, trouble),
  }
  return {
    card: before.card && cardAfter(before.card, fact, earlier !== null, file),
    handovers: [handover],
    case: file,
    verdict: earlier === null ? 'applied' : 'conflict',
    code: trouble,
  }
}

function appliedBefore({ card, earlier, openCase, same }: BeforeHandOver, { handoverId }: HandoverFact): boolean {
  return (
    !!same ||
    earlier.some(({ id }) => id === handoverId) ||
    card?.handedOver?.handoverId === handoverId ||
    (openCase?.handoverIds.includes(handoverId) ?? false)
  )
}

function unchanged({ card, earlier, openCase, same }: BeforeHandOver, fact: HandoverFact): AfterHandOver {
  const own = earlier.find(({ id }) => id === fact.handoverId)
  const stands = own?.standing === 'stands' || card?.handedOver?.handoverId === fact.handoverId
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

/**
 * Ids of the hand-overs that were before this one; none where the card is known to be gone but not by which, or where it is being settled whose it was.
 * null: this is the first.
 */
function earlierHandOvers({ card, earlier, openCase }: BeforeHandOver): readonly string[] | null {
  if (earlier.length > 0) return earlier.map(({ id }) => id)
  if (card?.handedOver) return [card.handedOver.handoverId]
  return card?.state === 'handed-over' || openCase?.kind === 'double-hand-over' ? [] : null
}

type Earlier = readonly string[] | null

type Trouble = 'already-handed-over' | 'card-unknown' | 'card-not-ready' | 'not-permitted' | 'rules-not-met'

function troubleOf({ card }: BeforeHandOver, earlier: Earlier, seen: HandOverSeen): Trouble | null {
  if (earlier !== null) return 'already-handed-over'
  if (card === null) return 'card-unknown'
  if (card.state !== 'ready' && card.state !== 'with-team') return 'card-not-ready'
  if (seen.flags.includes('not-permitted')) return 'not-permitted'
  return seen.flags.includes('rules-not-met') ? 'rules-not-met' : null
}

function fileOf(open: Case | null, earlier: Earlier, fact: HandoverFact, seen: HandOverSeen): Case {
  const ids = [...new Set([...(open?.handoverIds ?? []), ...(earlier ?? []), fact.handoverId])]
  const kind = earlier === null ? (open?.kind ?? 'flagged-hand-over') : 'double-hand-over'
  if (open) return { ...open, kind, handoverIds: ids }
  const openedAt = seen.acceptedAt ?? fact.at
  return { id: seen.caseId, scope: seen.scope, kind, cardId: fact.cardId, handoverIds: ids, state: 'open', openedAt }
}

const flagOfTrouble = {
  'already-handed-over': 'second-hand-over',
  'card-unknown': 'card-unknown',
  'card-not-ready': 'card-not-ready',
  'not-permitted': 'not-permitted',
  'rules-not-met': 'rules-not-met',
} as const satisfies Record<Trouble, HandoverFlag>

function flagsOf(fact: HandoverFact, seen: HandOverSeen, trouble: Trouble | null): HandoverFlag[] {
  const flags = new Set([...seen.flags, ...(fact.noticed ?? []), ...(fact.doubts?.about ?? [])])
  if (fact.pin === 'no-verifier') flags.add('pin-unverified')
  if (fact.pin === 'overridden') flags.add('pin-overridden')
  if (fact.override?.means === 'review-later') flags.add('review-later')
  if (!fact.identity.seen) flags.add('identity-not-seen')
  if (fact.unchecked && fact.unchecked.length > 0) flags.add('papers-not-seen')
  if (trouble) flags.add(flagOfTrouble[trouble])
  return [...flags]
}

function cardAfter(card: Card, fact: HandoverFact, second: boolean, file: Case | null): Card {
  const caseId = file?.id ?? card.caseId
  if (second) return { ...card, caseId }
  return {
    ...card,
    state: 'handed-over',
    handedOver: shelfNote(fact),
    caseId,
    ...(card.carriedBy && { carriedBy: null }),
  }
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
