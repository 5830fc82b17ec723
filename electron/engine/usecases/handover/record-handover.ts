import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import type { Fault } from '#shared/contract/errors.ts'
import { calendarDay } from '#shared/domain/calendar/calendar-day.ts'
import type { Card } from '#shared/domain/card/card.ts'
import { decideHandOver } from '#shared/domain/handover/decide-hand-over.ts'
import type { Collector, HandoverFact } from '#shared/domain/handover/handover.ts'
import type { RegionPack } from '#shared/domain/region/region-pack.ts'
import { ok, type Result } from '#shared/domain/result.ts'
import type { Instant } from '#shared/domain/time.ts'
import { cardLine } from '../card/card-line.ts'
import type { Answer, Answering, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import type { Device, WriteSet } from '../stores.ts'
import { collectorOf } from './collector-of.ts'
import { pinStanding } from './pin-standing.ts'
import { pngBytes } from './png-bytes.ts'
import { queueReceipt } from './queue-receipt.ts'
import { receiptNumber } from './receipt-number.ts'

type Input = ParsedInputOf<'handover.record'>

/** Hands the card over: fact, outbox, audit, receipt and what the screens show commit together or not at all. Faults: see the contract. */
export async function recordHandover(
  deps: Deps,
  input: Input,
  who: Who,
  answering: Answering,
): Answer<OutputOf<'handover.record'>> {
  const signature = pngBytes(input.signature)
  const photo = input.photo === null ? null : pngBytes(input.photo)
  if (signature === null) return fail('signature-missing')
  if (input.photo !== null && photo === null) return fail('input-invalid', { field: 'photo' })
  const offline = !deps.sync.online()
  const answer = await answering(async (tx) => {
    const allowed = await mayHandOver(deps, tx, input, who)
    if (!allowed.ok) return allowed
    return write(deps, tx, input, who, { ...allowed.value, signature, photo, offline })
  })
  if (!answer.ok) return answer
  deps.sync.wake()
  deps.printing.wake()
  deps.announce('cards', `card:${input.cardId}`, 'queue', 'prints', 'status')
  return answer
}

interface Allowed {
  readonly card: Card
  readonly collector: Collector
  readonly pin: Pick<HandoverFact, 'pin' | 'override'>
  readonly region: RegionPack
  readonly device: Device
  readonly at: Instant
}

async function mayHandOver(deps: Deps, tx: WriteSet, input: Input, who: Who): Promise<Result<Allowed, Fault>> {
  const device = await tx.device.current()
  if (device === null) return fail('not-enrolled')
  const seen = await tx.cards.find(input.cardId)
  if (!seen) return fail('card-unknown')
  const card = seen.row
  const earlier = card.state === 'ready' ? await tx.handovers.standing(card.id) : null
  if (earlier) return alreadyHandedOver(earlier)
  const household = card.kkNumber === null ? null : await tx.directory.household(card.kkNumber)
  const collector = collectorOf(deps.secrets, input.collector, card, household)
  if (!collector.ok) return collector
  const region = await tx.settings.region()
  const at = deps.clock.now()
  const pin = await pinStanding(deps, tx, card, input.pin, who)
  const attempt = { collector: collector.value, papers: input.papers, oldCard: input.oldCard, pin, signed: true }
  const today = calendarDay(at, (await tx.directory.unit(card.scope))?.zone ?? region.zone)
  const refused = decideHandOver(card, attempt, { scopes: device.scopes, region, household, today })
  if (refused) return fail(refused.code, { ...refused.details })
  const { outcome, override } = pin
  if (outcome === null) return fail('pin-required')
  return ok({ card, collector: collector.value, pin: { pin: outcome, override }, region, device, at })
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

interface Evidence extends Allowed {
  readonly signature: Uint8Array
  readonly photo: Uint8Array | null
  readonly offline: boolean
}

async function write(deps: Deps, tx: WriteSet, input: Input, { staff }: Who, evidence: Evidence) {
  const { card, at } = evidence
  const fact = await factOf(deps, tx, input, staff, evidence)
  const subject = { subject: card.id, staffId: staff.id, at }
  const command = await tx.outbox.append({ ...subject, type: 'handover.record', scope: card.scope, payload: fact })
  await tx.audit.append({ ...subject, kind: 'hand-over', subject: fact.handoverId, commandHash: command.hash })
  await tx.grants.endFor(card.id)
  await tx.cardsShown.refresh(card.id)
  const printJobId = await queueReceipt(deps, tx, { fact, card, region: evidence.region })
  const after = await tx.cards.find(card.id)
  if (!after) throw new Error('the card handed over is gone')
  const { handoverId, receiptNumber: number } = fact
  return ok({ handoverId, receiptNumber: number, printJobId, card: cardLine(after, at) })
}

async function factOf(
  deps: Deps,
  tx: WriteSet,
  input: Input,
  staff: Who['staff'],
  evidence: Evidence,
): Promise<HandoverFact> {
  const offset = await tx.device.clockOffsetMs()
  const skewed = Math.abs(offset ?? 0) > evidence.region.limits.clockSkewWarnSeconds * 1000
  return {
    handoverId: deps.ids.uuid(),
    cardId: evidence.card.id,
    receiptNumber: await receiptNumber(tx, evidence.at, (counter) => tx.numbers.next(counter)),
    at: evidence.at,
    staffId: staff.id,
    staffName: staff.name,
    staffCode: staff.code,
    deviceCode: evidence.device.deviceCode,
    ...evidence.pin,
    collector: evidence.collector,
    papers: input.papers,
    identity: input.identity,
    oldCard: input.oldCard,
    signature: await tx.blobs.put(evidence.signature, 'image/png'),
    photo: evidence.photo && (await tx.blobs.put(evidence.photo, 'image/png')),
    offline: evidence.offline,
    ...(skewed ? { noticed: ['clock-skew'] } : {}),
  }
}
