import { adultAge, hasTurned } from '../card/age.ts'
import type { Card } from '../card/card.ts'
import { oldCardDuty } from '../card/old-card-duty.ts'
import type { Household } from '../household/household.ts'
import type { CollectorRule, RegionPack } from '../region/region-pack.ts'
import type { CalendarDay } from '../time.ts'
import type { Collector, OldCard, Override, PinOutcome } from './handover.ts'

/** How the PIN stands: what was proved, and whether five wrong tries have locked it. */
export interface PinStanding {
  /** null: nothing was proved. */
  readonly outcome: PinOutcome | null
  readonly override: Override | null
  readonly locked: boolean
}

/** What the clerk wants to record. */
export interface HandOverAttempt {
  readonly collector: Collector
  readonly papers: readonly string[]
  readonly oldCard: OldCard
  readonly pin: PinStanding
  readonly signed: boolean
}

/** What the rule needs to know of this counter and its day. */
export interface Counter {
  readonly scopes: readonly string[]
  readonly region: Pick<RegionPack, 'collectorRules' | 'override'>
  /** The owner's KK as known here, null when it is not. */
  readonly household: Household | null
  /** Today in the unit's zone. */
  readonly today: CalendarDay
}

export type HandOverRefusal =
  | 'card-not-ready'
  | 'not-at-this-counter'
  | 'already-handed-over'
  | 'owner-too-young'
  | 'too-young'
  | 'collector-not-allowed'
  | 'collector-not-in-household'
  | 'papers-missing'
  | 'proxy-letter-missing'
  | 'old-card-missing'
  | 'override-not-allowed'
  | 'pin-required'
  | 'pin-locked'
  | 'signature-missing'

/** `details` carries the values of the sentence (papers missing, state, who had it). */
export interface HandOverRefused {
  readonly code: HandOverRefusal
  readonly details: Readonly<Record<string, string>>
}

/** May this card be given to this person now? null = yes. Pure. The order is the order of the screen. */
export function decideHandOver(card: Card, attempt: HandOverAttempt, counter: Counter): HandOverRefused | null {
  return (
    refuseCard(card, counter) ??
    refuseCollector(card, attempt.collector, counter) ??
    refusePapers(card, attempt, counter) ??
    refuseOldCard(card, attempt.oldCard) ??
    refusePin(card, attempt.pin, counter) ??
    (attempt.signed ? null : refused('signature-missing'))
  )
}

const refused = (code: HandOverRefusal, details: Readonly<Record<string, string>> = {}): HandOverRefused => ({
  code,
  details,
})

function refuseCard(card: Card, { scopes, today }: Counter): HandOverRefused | null {
  if (card.state === 'handed-over') return refused('already-handed-over', handedOverDetails(card))
  if (!scopes.includes(card.scope) || card.state === 'returned' || card.state === 'lost')
    return refused('not-at-this-counter', { state: card.state })
  if (card.state !== 'ready') return refused('card-not-ready', { state: card.state })
  if (card.kind === 'ktp-el' && !hasTurned(card.ownerBirthDate, adultAge, today)) return refused('owner-too-young')
  return null
}

function handedOverDetails(card: Card): Record<string, string> {
  if (card.handedOver === null) return {}
  const { at, staffName, collectorName, receiptNumber, deviceCode, handoverId } = card.handedOver
  return { at, staffName, collectorName, receiptNumber, deviceCode, handoverId }
}

const ruleFor = (card: Card, collector: Collector, { region }: Counter): CollectorRule | undefined =>
  region.collectorRules.find((rule) => rule.cardKind === card.kind && rule.collector === collector.kind)

function refuseCollector(card: Card, collector: Collector, counter: Counter): HandOverRefused | null {
  const rule = ruleFor(card, collector, counter)
  if (!rule) return refused('collector-not-allowed', { collector: collector.kind })
  // Without the KK in this unit's data the original KK, one of the required papers, is the proof.
  if (!rule.sameHousehold || counter.household === null) return null
  const member = counter.household.members.find(({ nik }) => nik === collector.nik)
  if (!member) return refused('collector-not-in-household')
  const adult = hasTurned(member.birthDate, adultAge, counter.today)
  return adult ? null : refused('too-young', { collector: collector.kind })
}

function refusePapers(card: Card, { collector, papers }: HandOverAttempt, counter: Counter): HandOverRefused | null {
  const rule = ruleFor(card, collector, counter)
  const missing = (rule?.papers ?? []).filter(({ id }) => !papers.includes(id))
  if (missing.length > 0) return refused('papers-missing', { papers: missing.map(({ label }) => label).join(', ') })
  const letter = collector.proxyLetter
  if (!rule?.needsProxyLetter || (letter !== null && letter.date <= counter.today)) return null
  return refused('proxy-letter-missing')
}

function refuseOldCard(card: Card, oldCard: OldCard): HandOverRefused | null {
  const duty = oldCardDuty(card.issueReason)
  if (duty === 'withdraw' && oldCard.kind !== 'withdrawn') return refused('old-card-missing', { duty })
  if (duty === 'police-letter' && oldCard.kind !== 'police-letter') return refused('old-card-missing', { duty })
  return null
}

function refusePin(card: Card, pin: PinStanding, { region }: Counter): HandOverRefused | null {
  if (pin.outcome === 'verified') return null
  if (pin.outcome === 'no-verifier') return card.pinVerifier === null ? null : refused('pin-required')
  if (pin.outcome === null || pin.override === null) return refused(pin.locked ? 'pin-locked' : 'pin-required')
  const allowed = {
    'on-the-spot': region.override.onTheSpot,
    challenge: region.override.challenge,
    'review-later': region.override.reviewLater,
  }
  return allowed[pin.override.means] ? null : refused('override-not-allowed', { means: pin.override.means })
}
