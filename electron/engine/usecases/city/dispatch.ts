import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { unitTitle } from '#shared/domain/region/unit-title.ts'
import { ok } from '#shared/domain/result.ts'
import type { ShipmentDispatched } from '#shared/domain/shipment/shipment.ts'
import type { Answer, Answering, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import { pngBytes } from '../handover/png-bytes.ts'
import { paperNumber } from '../paper-number.ts'
import { actOnline, type Doing } from './act-online.ts'

type Input = ParsedInputOf<'city.dispatch'>

/** Cards leave for a kelurahan with a courier: fact, number and signatures commit together, and the kelurahan finds the parcel announced. */
export const dispatchCards = (
  deps: Deps,
  input: Input,
  who: Who,
  answering: Answering,
): Answer<OutputOf<'city.dispatch'>> =>
  actOnline(deps, who, answering, async (doing) => {
    const ink = {
      sender: pngBytes(input.signature),
      courier: input.courierSignature && pngBytes(input.courierSignature),
    }
    if (ink.sender === null || (input.courierSignature !== null && !ink.courier)) return fail('signature-missing')
    const payload = await parcelOf(deps, input, doing, { sender: ink.sender, courier: ink.courier || null })
    const { shipmentId, number } = payload
    const told = { shipmentId, number }
    return ok({ act: { type: 'shipment.dispatch', payload }, scope: input.scope, subject: shipmentId, told })
  })

interface Ink {
  readonly sender: Uint8Array
  readonly courier: Uint8Array | null
}

async function parcelOf(deps: Deps, input: Input, { tx, by, device }: Doing, ink: Ink): Promise<ShipmentDispatched> {
  const { scope, cardIds, courierName } = input
  const unit = await tx.directory.unit(device.homeScope)
  return {
    ...by,
    shipmentId: deps.ids.uuid(),
    scope,
    number: await paperNumber(tx, 'BAK', by.at, (counter) => tx.numbers.next(counter)),
    fromUnit: unit ? unitTitle(unit) : device.homeScope,
    courierName,
    cardIds: [...new Set(cardIds)],
    signature: await tx.blobs.put(ink.sender, 'image/png'),
    courierSignature: ink.courier === null ? null : await tx.blobs.put(ink.courier, 'image/png'),
    offline: false,
  }
}
