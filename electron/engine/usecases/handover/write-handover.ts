import { clockNote } from '#shared/domain/handover/corrected-time.ts'
import type { HandoverFact } from '#shared/domain/handover/handover.ts'
import { recordAct } from '../act/record-act.ts'
import type { Deps, Who } from '../deps.ts'
import { paperNumber } from '../paper-number.ts'
import type { WriteSet } from '../stores.ts'
import type { Allowed, HandOverInput } from './may-hand-over.ts'

/** What was seen besides: the drawn signature, perhaps a photo. */
export interface Evidence extends Allowed {
  /** SHA-256 (hex) of the PNG kept with it. */
  readonly signature: string
  readonly photo: string | null
  readonly offline: boolean
  /** The list it is part of, where many cards were handed over at once. */
  readonly list?: HandoverFact['list']
}

/** The fact, its command for the centre and its audit entry, in the caller's transaction. */
export async function writeHandover(
  deps: Deps,
  tx: WriteSet,
  input: HandOverInput,
  { staff }: Who,
  evidence: Evidence,
): Promise<HandoverFact> {
  const { card } = evidence
  const fact = await factOf(deps, tx, input, staff, evidence)
  const by = { staffId: staff.id, scope: card.scope, subject: card.id }
  const audit = { kind: 'hand-over', subject: fact.handoverId } as const
  await recordAct(tx, { type: 'handover.record', payload: fact }, { ...by, audit })
  await tx.grants.endFor(card.id)
  return fact
}

async function factOf(
  deps: Deps,
  tx: WriteSet,
  input: HandOverInput,
  staff: Who['staff'],
  evidence: Evidence,
): Promise<HandoverFact> {
  const offset = await tx.device.clockOffsetMs()
  const skewed = Math.abs(offset ?? 0) > evidence.region.limits.clockSkewWarnSeconds * 1000
  return {
    handoverId: deps.ids.uuid(),
    cardId: evidence.card.id,
    receiptNumber: await paperNumber(tx, 'BST', evidence.at, (counter) => tx.numbers.next(counter)),
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
    signature: evidence.signature,
    photo: evidence.photo,
    offline: evidence.offline,
    ...clockNote(offset),
    ...evidence.noted,
    ...(evidence.list && { list: evidence.list }),
    ...(skewed ? { noticed: ['clock-skew'] } : {}),
  }
}
