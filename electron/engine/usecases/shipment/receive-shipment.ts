import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import type { Fault } from '#shared/contract/errors.ts'
import { ok, type Result } from '#shared/domain/result.ts'
import { foundBefore } from '#shared/domain/shipment/receive-rule.ts'
import type { CountLine, Shipment, ShipmentReceived } from '#shared/domain/shipment/shipment.ts'
import { recordAct } from '../act/record-act.ts'
import type { CountedCard } from '../count-stores.ts'
import type { Answer, Answering, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import { pngBytes } from '../handover/png-bytes.ts'
import { paperNumber } from '../paper-number.ts'
import type { WriteSet } from '../stores.ts'
import { isSignedAlready, keyOf, signedLine } from './parcel-lines.ts'

type Input = ParsedInputOf<'shipment.receive'>

interface Signed {
  readonly signature: Uint8Array
  readonly courierSignature: Uint8Array
  readonly offline: boolean
}

/** Signs what was counted of a parcel: fact with all lines, number, outbox, audit and what the screens show commit together or not at all. */
export async function receiveShipment(
  deps: Deps,
  input: Input,
  who: Who,
  answering: Answering,
): Answer<OutputOf<'shipment.receive'>> {
  const signature = pngBytes(input.signature)
  const courierSignature = pngBytes(input.courierSignature)
  if (signature === null || courierSignature === null) return fail('signature-missing')
  const signed = { signature, courierSignature, offline: !deps.sync.online() }
  const answer = await answering(async (tx) => {
    const shipment = (await tx.things.find('shipment', input.shipmentId))?.row
    if (!shipment) return fail('shipment-unknown')
    const lines = await linesToSign(tx, shipment, input.complete)
    if (!lines.ok) return lines
    const done = await write(deps, tx, { input, who, shipment, lines: lines.value, signed })
    await clearSigned(tx, shipment, lines.value)
    return ok(done)
  })
  if (!answer.ok) return answer
  deps.sync.wake()
  deps.announce(
    'cards',
    'things',
    'thing:shipment',
    'thing:movement',
    `counting:${input.shipmentId}`,
    'queue',
    'status',
  )
  return answer
}

/** Everything that was noted and that no other desk signed in the same way; of a whole parcel also what was not found, each with its reason. */
async function linesToSign(tx: WriteSet, shipment: Shipment, complete: boolean): Promise<Result<CountLine[], Fault>> {
  const drafts = await tx.counts.of(shipment.id)
  const noted = new Set([...drafts, ...shipment.lines].map(({ cardId }) => cardId))
  const open = shipment.cardIds.filter((cardId) => !noted.has(cardId))
  // A card that is looked for tomorrow is not missing today.
  const lines = drafts
    .filter((draft) => !isSignedAlready({ draft, signed: signedLine(shipment, draft.key) }))
    .filter(({ counted }) => complete || counted !== 'missing')
    .map((draft) => lineOf(shipment, draft))
  const silent = lines.filter(({ counted, note }) => counted !== 'good' && note === '').length
  const unexplained = silent + (complete ? open.length : 0)
  if (unexplained > 0) return fail('count-unexplained', { count: unexplained })
  return lines.length === 0 ? fail('count-empty') : ok(lines)
}

/** What is looked for tomorrow stays noted, with its reason. */
async function clearSigned(tx: WriteSet, shipment: Shipment, lines: readonly CountLine[]): Promise<void> {
  const signed = new Set([...shipment.lines, ...lines].map(keyOf))
  for (const { key } of await tx.counts.of(shipment.id)) if (signed.has(key)) await tx.counts.remove(shipment.id, key)
}

function lineOf(shipment: Shipment, { cardId, labelCode, counted, note, place, ofShipment }: CountedCard): CountLine {
  const extra = cardId === null || !shipment.cardIds.includes(cardId)
  return { cardId, labelCode, counted: extra && counted === 'good' ? 'extra' : counted, note, place, ofShipment }
}

interface ToSign {
  readonly input: Input
  readonly who: Who
  readonly shipment: Shipment
  readonly lines: readonly CountLine[]
  readonly signed: Signed
}

async function write(deps: Deps, tx: WriteSet, { input, who, shipment, lines, signed }: ToSign) {
  const { staff } = who
  const device = await tx.device.current()
  if (device === null) throw new Error('a signed count needs an enrolled device')
  const at = deps.clock.now()
  const fact: ShipmentReceived = {
    countId: deps.ids.uuid(),
    shipmentId: shipment.id,
    at,
    staffId: staff.id,
    staffName: staff.name,
    staffCode: staff.code,
    deviceCode: device.deviceCode,
    number: await paperNumber(tx, 'BAP', at, tx.numbers.next),
    courierName: input.courierName,
    complete: input.complete,
    foundBefore: foundBefore(shipment, lines),
    lines,
    signature: await tx.blobs.put(signed.signature, 'image/png'),
    courierSignature: await tx.blobs.put(signed.courierSignature, 'image/png'),
    offline: signed.offline,
  }
  const audit = { kind: 'receive-shipment', subject: fact.countId } as const
  const of = { staffId: staff.id, scope: shipment.scope, subject: shipment.id, audit }
  await recordAct(tx, { type: 'shipment.receive', payload: fact }, of)
  return { countId: fact.countId, number: fact.number, ...sumsOf(lines), stored: storedOf(lines) }
}

/** Cards that were given a place, in the order they were counted. */
const storedOf = (lines: readonly CountLine[]): string[] =>
  lines.flatMap(({ cardId, place }) => (cardId !== null && place !== null ? [cardId] : []))

const sumsOf = (lines: readonly CountLine[]) => {
  const of = (as: CountLine['counted']) => lines.filter(({ counted }) => counted === as).length
  return { good: of('good'), damaged: of('damaged'), missing: of('missing'), extra: of('extra') }
}
