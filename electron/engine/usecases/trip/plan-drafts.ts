import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps, Who } from '../deps.ts'
import type { WriteSet } from '../stores.ts'
import { ownDraft, withOwn, withoutOwn } from './trip-drafts.ts'

/** What this person began to plan on this laptop and has not saved. */
export async function planDraft(
  deps: Deps,
  { tripId }: ParsedInputOf<'trip.plan-draft'>,
  { staff }: Who,
): Answer<OutputOf<'trip.plan-draft'>> {
  const drafts = await deps.reading(({ settings }) => settings.draft('plans'))
  return ok({ saved: ownDraft(drafts, { tripId, staffId: staff.id }) })
}

/** Goes to the disk while it is typed, so that a lock, a crash or another screen costs nothing; null lets it go. */
export async function savePlanDraft(
  deps: Deps,
  { tripId, draft }: ParsedInputOf<'trip.save-plan-draft'>,
  { staff }: Who,
): Answer<OutputOf<'trip.save-plan-draft'>> {
  const savedAt = deps.clock.now()
  await deps.inOneWrite(async (tx) => {
    if (draft === null) return forgetPlanDraft(tx, tripId, staff.id)
    const before = await tx.settings.draft('plans')
    await tx.settings.saveDraft('plans', withOwn(before, { tripId, staffId: staff.id, savedAt, draft }))
  })
  return ok({ savedAt })
}

/** In the caller's transaction: it was planned, or let go. */
export async function forgetPlanDraft(
  { settings }: Pick<WriteSet, 'settings'>,
  tripId: string | null,
  staffId: string,
): Promise<void> {
  const before = (await settings.draft('plans')) ?? []
  const others = withoutOwn(before, { tripId, staffId })
  if (others.length < before.length) await settings.saveDraft('plans', others)
}
