import type { Assistance } from '#shared/domain/assistance/assistance.ts'
import type { DoneFor } from '#shared/domain/trip/trip-tally.ts'
import type { ReadSet } from '../stores.ts'
import { givenCards } from './trip-cards.ts'
import type { Queued } from './trip-line.ts'

/** The entry in the log of help by its id; null: none, or not known here. */
export const helpEntry = async ({ things }: Pick<ReadSet, 'things'>, ref: string): Promise<Assistance | null> =>
  ref === '' ? null : ((await things.find('assistance', ref))?.row ?? null)

/** What became of the cards of a queue, and how many were helped. */
export async function doneFor(db: Pick<ReadSet, 'things' | 'cards'>, queue: readonly Queued[]): Promise<DoneFor> {
  const refs = (kind: 'card' | 'assistance') =>
    queue.flatMap(({ now }) => now.items.flatMap((item) => (item.kind === kind && item.ref ? [item.ref] : [])))
  const helped = new Map<string, number>()
  for (const ref of refs('assistance')) {
    const entry = await helpEntry(db, ref)
    if (entry) helped.set(ref, entry.withdrawn === null ? entry.people : 0)
  }
  return { given: await givenCards(db, refs('card')), helped }
}
