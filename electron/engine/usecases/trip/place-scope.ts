import type { ReadSet } from '../stores.ts'

/** The kelurahan of a place of the plan; null: the place is none of them. */
export async function placeScope(
  db: Pick<ReadSet, 'things'>,
  tripId: string,
  placeId: string | null,
): Promise<string | null> {
  const plan = (await db.things.find('trip', tripId))?.row.plan?.plan
  return plan?.places.find(({ id }) => id === placeId)?.scope ?? null
}
