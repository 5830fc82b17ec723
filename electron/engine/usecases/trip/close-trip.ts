import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import type { DoneBy } from '#shared/domain/movement/movement.ts'
import { ok } from '#shared/domain/result.ts'
import { queueLetter } from '#shared/domain/trip/queue-number.ts'
import type { Trip, TripClosed } from '#shared/domain/trip/trip.ts'
import { type PeopleTally, tallyCards, tallyPeople } from '#shared/domain/trip/trip-tally.ts'
import { recordAct } from '../act/record-act.ts'
import type { Answer, Answering, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import { pngBytes } from '../handover/png-bytes.ts'
import { paperNumber } from '../paper-number.ts'
import type { Device, ReadSet, WriteSet } from '../stores.ts'
import { forgetClosingDrafts } from './closing-drafts.ts'
import { tripCards } from './trip-cards.ts'
import { doneHere, told, underWay } from './trip-here.ts'
import { queueOf } from './trip-line.ts'
import { mineIn } from './trip-report.ts'

type Input = ParsedInputOf<'trip.close'>

/** Counts this laptop's day and signs for it. Faults: see the contract. */
export async function closeTrip(
  deps: Deps,
  input: Input,
  who: Who,
  answering: Answering,
): Answer<OutputOf<'trip.close'>> {
  const [ink, witnessInk] = [pngBytes(input.signature), pngBytes(input.witnessSignature)]
  if (ink === null || witnessInk === null) return fail('signature-missing')
  const offline = !deps.sync.online()
  const answer = await answering(async (tx) => {
    const { by, device } = await doneHere(deps, tx, who)
    const trip = await underWay(tx, input.tripId, device.deviceId)
    if (!trip.ok) return trip
    const count = await countDay(tx, trip.value, device)
    if (count.people.here > 0) return fail('visits-here', { count: count.people.here })
    const differs = input.inHand !== count.cards.withTeam
    if (differs && !input.explanation) return fail('difference-unexplained')
    const explanation = differs ? input.explanation : null
    return write(deps, tx, trip.value, { input, by, device, count, explanation, ink, witnessInk, offline })
  })
  if (answer.ok) told(deps, 'trip')
  return answer
}

/** The queue of this laptop, and the cards of the whole trip. */
async function countDay(db: Pick<ReadSet, 'things' | 'cards'>, trip: Trip, device: Device) {
  const letter = queueLetter(device, trip.scope)
  const mine = mineIn(await queueOf(db, trip.id), letter)
  const people: PeopleTally = tallyPeople(mine.map(({ now }) => now))
  return { letter, people, cards: tallyCards((await tripCards(db, trip)).map(({ state }) => state)) }
}

interface ToWrite {
  readonly input: Input
  readonly by: DoneBy
  readonly device: Device
  readonly count: Pick<TripClosed, 'letter' | 'people' | 'cards'>
  readonly explanation: string | null
  readonly ink: Uint8Array
  readonly witnessInk: Uint8Array
  readonly offline: boolean
}

async function write(deps: Deps, tx: WriteSet, trip: Trip, of: ToWrite) {
  const { input, by, device, count, explanation, ink, witnessInk, offline } = of
  const closeId = deps.ids.uuid()
  const number = await paperNumber(tx, 'LJB', by.at, tx.numbers.next)
  const payload: TripClosed = {
    ...by,
    ...{ closeId, tripId: trip.id, day: trip.day, deviceId: device.deviceId, number },
    ...count,
    ...{ inHand: input.inHand, explanation, witness: input.witness },
    signature: await tx.blobs.put(ink, 'image/png'),
    witnessSignature: await tx.blobs.put(witnessInk, 'image/png'),
    offline,
  }
  const who = { staffId: by.staffId, scope: trip.scope, subject: trip.id }
  await forgetClosingDrafts(tx, trip.id)
  await recordAct(tx, { type: 'trip.close', payload }, { ...who, audit: { kind: 'trip', subject: closeId } })
  return ok({ closeId, number })
}
