import { adultAge, hasTurned } from '../card/age.ts'
import type { Card } from '../card/card.ts'
import { oldCardDuty } from '../card/old-card-duty.ts'
import type { CollectorRule, RegionPack } from '../region/region-pack.ts'
import { type DoubtGround, doubtsOf, ownerYoung } from './doubts.ts'
import type { Collector, OldCard, Override, PinOutcome } from './handover.ts'
import { namesDeed } from './names-deed.ts'

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
  /** The owner's or collector's face could be compared; otherwise the clerk gave a reason. */
  readonly identitySeen: boolean
  /** Whose label was scanned: none, this card's, or that of another card. */
  readonly label: 'none' | 'own' | 'other'
  /** Why the card is given in spite of every doubt; null where no reason was given. */
  readonly doubtReason: string | null
  /** One of many cards of a list: what nobody looked at for this person is marked, not refused. */
  readonly onList?: boolean | undefined
}

/** What the rule needs to know of this counter and its day. */
export interface Counter extends Omit<DoubtGround, 'pickUpsPerDay' | 'provinces'> {
  readonly scopes: readonly string[]
  /** It is being settled who has this card: of two hand-overs, which stands. */
  readonly contested: boolean
  readonly region: Pick<RegionPack, 'collectorRules' | 'override' | 'handover' | 'limits' | 'provinces'>
}

export type HandOverRefusal =
  | 'card-not-ready'
  | 'not-at-this-counter'
  | 'already-handed-over'
  | 'case-open'
  | 'owner-too-young'
  | 'too-young'
  | 'label-differs'
  | 'label-missing'
  | 'collector-not-allowed'
  | 'collector-is-owner'
  | 'collector-nik-missing'
  | 'doubt-needs-reason'
  | 'collector-not-in-household'
  | 'papers-missing'
  | 'proxy-letter-missing'
  | 'letter-date-ahead'
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
    refuseCard(card, attempt, counter) ??
    refuseLabel(attempt, counter) ??
    refuseCollector(card, attempt.collector, counter) ??
    refusePapers(card, attempt, counter) ??
    refuseOldCard(card, attempt.oldCard, counter) ??
    refusePin(card, attempt.pin, counter) ??
    refuseDoubt(card, attempt, counter) ??
    (attempt.signed ? null : refused('signature-missing'))
  )
}

const refused = (code: HandOverRefusal, details: Readonly<Record<string, string>> = {}): HandOverRefused => ({
  code,
  details,
})

function refuseCard(
  card: Card,
  { doubtReason }: HandOverAttempt,
  { scopes, contested, today }: Counter,
): HandOverRefused | null {
  if (card.state === 'handed-over') return refused('already-handed-over', handedOverDetails(card))
  if (contested) return refused('case-open')
  if (!scopes.includes(card.scope) || card.state === 'returned' || card.state === 'lost')
    return refused('not-at-this-counter', { state: card.state })
  if (card.state !== 'ready' && card.state !== 'with-team') return refused('card-not-ready', { state: card.state })
  if (ownerYoung(card, today) && !namesDeed(doubtReason)) return refused('owner-too-young')
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
  // A team gives out on site what it carries, and nothing that lies in the drawer.
  const carried = collector.kind !== 'mobile-team' || card.state === 'with-team'
  if (!rule || !carried) return refused('collector-not-allowed', { collector: collector.kind })
  if (collector.kind === 'self') return null
  if (collector.nik === null) return refused('collector-nik-missing')
  if (collector.nik === card.ownerNik) return refused('collector-is-owner')
  // Without the KK in this unit's data the original KK, one of the required papers, is the proof.
  if (counter.household === null) return null
  const member = counter.household.members.find(({ nik }) => nik === collector.nik)
  if (!member) return rule.sameHousehold ? refused('collector-not-in-household') : null
  const adult = hasTurned(member.birthDate, adultAge, counter.today)
  return adult ? null : refused('too-young', { collector: collector.kind })
}

/** Whatever else is in order: a card with another label is another card. */
function refuseLabel({ label }: HandOverAttempt, { region }: Counter): HandOverRefused | null {
  if (label === 'other') return refused('label-differs')
  return label === 'none' && region.handover?.labelCheck === 'required' ? refused('label-missing') : null
}

function refuseDoubt(card: Card, attempt: HandOverAttempt, counter: Counter): HandOverRefused | null {
  if (attempt.doubtReason !== null) return null
  const pickUpsPerDay = counter.region.limits.pickUpsForOtherHouseholdsPerDay
  const provinces = counter.region.provinces ?? []
  const about = doubtsOf(card, attempt.collector, { ...counter, pickUpsPerDay, provinces })
  return about.length > 0 ? refused('doubt-needs-reason', { doubts: about.join(' ') }) : null
}

function refusePapers(
  card: Card,
  { collector, papers, identitySeen, onList = false }: HandOverAttempt,
  counter: Counter,
): HandOverRefused | null {
  const rule = ruleFor(card, collector, counter)
  const missing = (rule?.papers ?? []).filter(({ id, face }) => !papers.includes(id) && (identitySeen || !face))
  if (missing.length > 0 && !onList)
    return refused('papers-missing', { papers: missing.map(({ label }) => label).join(', ') })
  const letter = collector.proxyLetter
  if (!rule?.needsProxyLetter) return null
  if (letter === null) return refused('proxy-letter-missing')
  return letter.date > counter.today ? refused('letter-date-ahead') : null
}

/** Who lost the old card since brings the police letter instead of it. */
function refuseOldCard(card: Card, oldCard: OldCard, { today }: Counter): HandOverRefused | null {
  if (oldCard.kind === 'police-letter' && oldCard.date > today) return refused('letter-date-ahead')
  const duty = oldCardDuty(card.issueReason)
  if (duty === 'none' || oldCard.kind === 'police-letter') return null
  return duty === 'withdraw' && oldCard.kind === 'withdrawn' ? null : refused('old-card-missing', { duty })
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
