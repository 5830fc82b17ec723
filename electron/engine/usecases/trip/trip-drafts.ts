import type { SavedForTrip } from '../draft-stores.ts'

/** Older ones are let go: they are about one of these days. */
const mostDrafts = 20

interface Whose {
  readonly tripId: string | null
  readonly staffId: string
}
type Drafts<D> = readonly SavedForTrip<D>[]

/** What this person typed of this trip; null: nothing. */
export function ownDraft<D>(drafts: Drafts<D> | null, { tripId, staffId }: Whose) {
  const found = drafts?.find((one) => one.tripId === tripId && one.staffId === staffId)
  return found ? { savedAt: found.savedAt, draft: found.draft } : null
}

export const withoutOwn = <D>(drafts: Drafts<D> | null, { tripId, staffId }: Whose): Drafts<D> =>
  (drafts ?? []).filter((one) => one.tripId !== tripId || one.staffId !== staffId)

/** In the place of what it was before. */
export const withOwn = <D>(drafts: Drafts<D> | null, saved: SavedForTrip<D>): Drafts<D> =>
  [saved, ...withoutOwn(drafts, saved)].slice(0, mostDrafts)
