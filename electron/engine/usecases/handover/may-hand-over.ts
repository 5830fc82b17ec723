import type { ParsedInputOf } from '#shared/contract/engine/calls.ts'
import type { Fault } from '#shared/contract/errors.ts'
import { calendarDay } from '#shared/domain/calendar/calendar-day.ts'
import type { Card } from '#shared/domain/card/card.ts'
import { decideHandOver, type HandOverAttempt } from '#shared/domain/handover/decide-hand-over.ts'
import { type DoubtGround, doubtsOf } from '#shared/domain/handover/doubts.ts'
import type { Collector, HandoverFact } from '#shared/domain/handover/handover.ts'
import type { RegionPack } from '#shared/domain/region/region-pack.ts'
import { ok, type Result } from '#shared/domain/result.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { Deps, Who } from '../deps.ts'
import { withPinInForce } from '../ekitir/kitirs-of.ts'
import { fail } from '../fail.ts'
import { readCode } from '../scan/read-code.ts'
import type { GrantStore } from '../secret-stores.ts'
import type { Device, ReadSet } from '../stores.ts'
import { collectorOf } from './collector-of.ts'
import { isContested } from './contested.ts'
import { pinStanding } from './pin-standing.ts'
import { todaysPickUps } from './todays-pick-ups.ts'

/** What must be read to know it. */
export type HandOverReads = Omit<ReadSet, 'requests' | 'numbers' | 'sessions' | 'staffSecrets'> & {
  readonly grants: Pick<GrantStore, 'find'>
}

/** What the clerk entered about one card, without the pictures. */
export interface HandOverInput extends Omit<ParsedInputOf<'handover.record'>, 'signature' | 'photo'> {
  /** One of many cards of a list: what nobody looked at is marked, not refused. */
  readonly onList?: true
}

/** A hand-over that may be recorded: the card as it stands, and what was found out about it. */
export interface Allowed {
  readonly card: Card
  readonly collector: Collector
  readonly pin: Pick<HandoverFact, 'pin' | 'override'>
  /** For the fact: the label that was scanned, the doubts that were set aside, the papers of a list that nobody looked at. */
  readonly noted: Pick<HandoverFact, 'labelSeen' | 'doubts' | 'unchecked'>
  readonly region: RegionPack
  readonly device: Device
  readonly at: Instant
}

/** Works out within the transaction whether this card may be given to this person now. Faults: those of `handover.record`. */
export async function mayHandOver(
  deps: Deps,
  tx: HandOverReads,
  input: HandOverInput,
  who: Who,
): Promise<Result<Allowed, Fault>> {
  const device = await tx.device.current()
  if (device === null) return fail('not-enrolled')
  const found = (await tx.cards.find(input.cardId))?.row
  if (!found) return fail('card-unknown')
  const card = await withPinInForce(tx, found)
  const earlier = card.state === 'ready' || card.state === 'with-team' ? await tx.handovers.standing(card.id) : null
  if (earlier) return alreadyHandedOver(earlier)
  const household = card.kkNumber === null ? null : await tx.directory.household(card.kkNumber)
  const collector = collectorOf(deps.secrets, input.collector, card, household)
  if (!collector.ok) return collector
  const region = await tx.settings.region()
  const at = deps.clock.now()
  const zone = (await tx.directory.unit(card.scope))?.zone ?? region.zone
  const { nik } = collector.value
  const ground: DoubtGround = {
    household,
    today: calendarDay(at, zone),
    pickUps: nik === null ? [] : await todaysPickUps(tx, at, zone, nik),
    pickUpsPerDay: region.limits.pickUpsForOtherHouseholdsPerDay,
    provinces: region.provinces ?? [],
  }
  const attempt = await attemptOf(deps, tx, { card, collector: collector.value, input, who })
  const contested = await isContested(tx, card.id)
  const refused = decideHandOver(card, attempt, { ...ground, scopes: device.scopes, contested, region })
  if (refused) return fail(refused.code, { ...refused.details })
  const { outcome, override } = attempt.pin
  if (outcome === null) return fail('pin-required')
  const noted = notedOf(card, attempt, ground, region)
  return ok({ card, collector: collector.value, pin: { pin: outcome, override }, noted, region, device, at })
}

interface Asked {
  readonly card: Card
  readonly collector: Collector
  readonly input: HandOverInput
  readonly who: Who
}

async function attemptOf(
  deps: Deps,
  tx: HandOverReads,
  { card, collector, input, who }: Asked,
): Promise<HandOverAttempt> {
  const { papers, oldCard, identity, label, doubtReason, onList } = input
  const pin = await pinStanding(deps, tx, card, input.pin, who)
  const read = label === null ? null : readCode(label)
  const own = read?.kind === 'text' && read.text === card.labelCode
  return {
    ...{ collector, papers, oldCard, pin, doubtReason, onList },
    signed: true,
    identitySeen: identity.seen,
    label: read === null ? 'none' : own ? 'own' : 'other',
  }
}

function notedOf(
  card: Card,
  { collector, papers, label, doubtReason }: HandOverAttempt,
  ground: DoubtGround,
  { collectorRules }: RegionPack,
): Allowed['noted'] {
  const about = doubtsOf(card, collector, ground)
  const rule = collectorRules.find((one) => one.cardKind === card.kind && one.collector === collector.kind)
  const unchecked = (rule?.papers ?? []).filter(({ id, face }) => !face && !papers.includes(id)).map(({ id }) => id)
  return {
    ...(unchecked.length > 0 && { unchecked }),
    ...(label === 'own' && { labelSeen: true }),
    ...(about.length > 0 && doubtReason !== null && { doubts: { about, reason: doubtReason } }),
  }
}

/** The hand-over of another desk is known, the new state of its card not yet. */
function alreadyHandedOver(earlier: HandoverFact): Result<never, Fault> {
  const { at, staffName, receiptNumber: number, deviceCode, handoverId } = earlier
  const details = {
    at,
    staffName,
    collectorName: earlier.collector.name,
    receiptNumber: number,
    deviceCode,
    handoverId,
  }
  return fail('already-handed-over', details)
}
