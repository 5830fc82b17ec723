import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import type { StoragePlace } from '#shared/domain/card/card.ts'
import { placeText } from '#shared/domain/card/shelf.ts'
import { ok } from '#shared/domain/result.ts'
import type { CountLine } from '#shared/domain/shipment/shipment.ts'
import type { CountedCard } from '../count-stores.ts'
import type { Answer, Answering, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import { openDraft, unnoted } from './open-draft.ts'
import { parcelLine, signedLine } from './parcel-lines.ts'

type Input = ParsedInputOf<'shipment.change-line'>

/** What is noted of a card of a parcel: its state, its place, a word about it. A card that was not found gets the reason. */
export async function changeLine(
  deps: Deps,
  input: Input,
  { staff }: Who,
  answering: Answering,
): Answer<OutputOf<'shipment.change-line'>> {
  const { shipmentId, key } = input
  const answer = await answering(async (tx) => {
    const shipment = (await tx.things.find('shipment', shipmentId))?.row
    if (!shipment) return fail('shipment-unknown')
    const signed = signedLine(shipment, key)
    const draft = await openDraft(tx, shipment, key, signed)
    const before = draft ?? (await unnoted(tx, shipment, key))
    if (before === null) return fail('card-unknown')
    const refusal = refusalOf(input.counted, { draft, signed, announced: shipment.cardIds.includes(key) })
    if (refusal !== null) return fail(refusal)
    const place = input.counted === 'missing' ? null : placeGiven(input.place)
    if (place && !isSame(place, before.place) && (await tx.counts.isTaken(place)))
      return fail('place-taken', { place: placeText(place) })
    const at = before.counted === 'missing' || input.counted === 'missing' ? deps.clock.now() : before.at
    const line: CountedCard = {
      ...before,
      counted: input.counted,
      place,
      note: input.note.trim(),
      at,
      staffId: staff.id,
    }
    await tx.counts.save(line)
    return ok(await parcelLine(tx, shipment, key, { draft: line, signed }))
  })
  if (answer.ok) deps.announce(`counting:${shipmentId}`)
  return answer
}

interface Standing {
  readonly draft: CountedCard | null
  readonly signed: CountLine | null
  readonly announced: boolean
}

/** A card that was signed for has come: what happens to it afterwards is no matter of this parcel. */
function refusalOf(counted: Input['counted'], { draft, signed, announced }: Standing) {
  if (counted === 'missing' && !announced) return 'not-announced'
  const signedFor = signed !== null && (signed.counted !== 'missing' || counted === 'missing')
  return draft === null && signedFor ? 'already-signed' : null
}

/** Takes back what was noted of a card. */
export async function uncountLine(
  deps: Deps,
  { shipmentId, key }: ParsedInputOf<'shipment.uncount-line'>,
  answering: Answering,
): Answer<OutputOf<'shipment.uncount-line'>> {
  const answer = await answering(async (tx) => {
    await tx.counts.remove(shipmentId, key)
    return ok({})
  })
  deps.announce(`counting:${shipmentId}`)
  return answer
}

const placeGiven = (place: StoragePlace | null): StoragePlace | null => {
  if (place === null) return null
  const { rack, box, number } = place
  const typed = { rack: rack.trim(), box: box.trim(), number: number.trim() }
  return typed.rack + typed.box + typed.number === '' ? null : typed
}

const isSame = (a: StoragePlace, b: StoragePlace | null) => b !== null && placeText(a) === placeText(b)
