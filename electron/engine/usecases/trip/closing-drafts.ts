import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps, Who } from '../deps.ts'
import type { WriteSet } from '../stores.ts'
import { ownDraft, withOwn, withoutOwn } from './trip-drafts.ts'

/** What this person began to close on this laptop and has not signed. */
export async function tripClosingDraft(
  deps: Deps,
  { tripId }: ParsedInputOf<'trip.closing-draft'>,
  { staff }: Who,
): Answer<OutputOf<'trip.closing-draft'>> {
  const drafts = await deps.reading(({ settings }) => settings.draft('trip-closings'))
  return ok({ saved: ownDraft(drafts, { tripId, staffId: staff.id }) })
}

/** Goes to the disk while it is typed, so that a lock, a crash or another screen costs nothing; null lets it go. */
export async function saveTripClosingDraft(
  deps: Deps,
  { tripId, draft }: ParsedInputOf<'trip.save-closing-draft'>,
  { staff }: Who,
): Answer<OutputOf<'trip.save-closing-draft'>> {
  const savedAt = deps.clock.now()
  await deps.inOneWrite(async ({ settings }) => {
    const before = await settings.draft('trip-closings')
    const own = { tripId, staffId: staff.id }
    const after = draft === null ? withoutOwn(before, own) : withOwn(before, { ...own, savedAt, draft })
    await settings.saveDraft('trip-closings', after)
  })
  return ok({ savedAt })
}

/** In the transaction that closes the day: nobody of this laptop closes it once more. */
export async function forgetClosingDrafts({ settings }: Pick<WriteSet, 'settings'>, tripId: string): Promise<void> {
  const before = (await settings.draft('trip-closings')) ?? []
  const others = before.filter((one) => one.tripId !== tripId)
  if (others.length < before.length) await settings.saveDraft('trip-closings', others)
}
