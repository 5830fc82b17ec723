import { paperPositions } from '#shared/domain/paper/words.ts'
import { ok } from '#shared/domain/result.ts'
import { initialsOf } from '#shared/domain/trip/initials.ts'
import { isOfLaptop } from '#shared/domain/trip/queue-number.ts'
import type { Trip, TripClosed } from '#shared/domain/trip/trip.ts'
import { type DoneFor, tallyWork } from '#shared/domain/trip/trip-tally.ts'
import { fail } from '../fail.ts'
import { paperBaseOf, staffParty, unitNameOf } from '../paper/paper-base-of.ts'
import type { PaperBuilder } from '../paper/paper-builder.ts'
import type { ReadSet } from '../stores.ts'
import { workOf } from './get-trip.ts'
import { doneFor } from './trip-help.ts'
import { type Queued, queueOf } from './trip-line.ts'

/** Laporan kegiatan of a closing; the figures that were signed for stand on it whatever came later. Fault: paper-unknown. */
export const tripReport: PaperBuilder<'trip-report'> = async (db, { id }) => {
  const found = await closingOf(db, id)
  if (!found) return fail('paper-unknown')
  const { trip, closing } = found
  const plan = trip.plan?.plan
  const queue = mineIn(await queueOf(db, trip.id), closing.letter)
  const done = await doneFor(db, queue)
  const nameOf = (placeId: string | null) => plan?.places.find((place) => place.id === placeId)?.name ?? null
  return ok({
    ...(await paperBaseOf(db, trip.scope, closing.at)),
    kind: 'trip-report',
    number: closing.number,
    day: trip.day,
    members: (plan?.members ?? []).map(({ name }) => name),
    vehicle: plan?.vehicle ?? '',
    places: await Promise.all(
      (plan?.places ?? []).map(async ({ name, scope, from, to }) => ({
        name,
        unit: await unitNameOf(db, scope),
        from,
        to,
      })),
    ),
    ...{ people: closing.people, cards: closing.cards, inHand: closing.inHand, explanation: closing.explanation },
    byPlace: workOf(queue, done).byPlace.map(({ placeId, work }) => ({ place: nameOf(placeId), work })),
    rows: queue.map((one) => rowOf(one, done)),
    leader: await staffParty(
      db,
      { name: closing.staffName, code: closing.staffCode },
      paperPositions.teamLeader,
      closing.signature,
    ),
    witness: {
      name: closing.witness.name,
      position: closing.witness.position,
      code: null,
      signature: await db.blobs.get(closing.witnessSignature),
    },
  })
}

const pageSize = 40

/** A closing lies in the row of its trip: the newest are looked through first. */
async function closingOf(db: ReadSet, closeId: string): Promise<{ trip: Trip; closing: TripClosed } | null> {
  for (let offset = 0; ; offset += pageSize) {
    const page = await db.things.list('trip', { newestFirst: true, offset, limit: pageSize })
    for (const { row } of page) {
      const closing = row.closings.find((one) => one.closeId === closeId)
      if (closing) return { trip: row, closing }
    }
    if (page.length < pageSize) return null
  }
}

/** The numbers that one laptop gave, also before it was brought back from a backup. */
export const mineIn = (queue: readonly Queued[], letter: string): readonly Queued[] =>
  queue.filter(({ seen }) => isOfLaptop(seen.row.opened.number, letter))

const rowOf = ({ seen, now }: Queued, done: DoneFor) => ({
  number: seen.row.opened.number,
  initials: initialsOf(now.name),
  wants: now.wants,
  recording: now.recording?.status ?? null,
  work: tallyWork([now], done),
  outcome: now.outcome,
})
