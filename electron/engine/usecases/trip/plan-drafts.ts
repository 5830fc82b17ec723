import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps, Who } from '../deps.ts'
import type { WriteSet } from '../stores.ts'

/** Older ones are let go: a plan is typed for one of the next days. */
const mostDrafts = 20

/** What this person began to plan on this laptop and has not saved. */
export async function planDraft(
  deps: Deps,
  { tripId }: ParsedInputOf<'trip.plan-draft'>,
  { staff }: Who,
): Answer<OutputOf<'trip.plan-draft'>> {
  const drafts = (await deps.reading(({ settings }) => settings.draft('plans'))) ?? []
  const found = drafts.find((one) => one.tripId === tripId && one.staffId === staff.id)
  return ok({ saved: found ? { savedAt: found.savedAt, draft: found.draft } : null })
}

/** Goes to the disk while it is typed, so that a lock, a crash or another screen costs nothing; null lets it go. */
export async function savePlanDraft(
  deps: Deps,
  { tripId, draft }: ParsedInputOf<'trip.save-plan-draft'>,
  { staff }: Who,
): Answer<OutputOf<'trip.save-plan-draft'>> {
  const savedAt = deps.clock.now()
  await deps.inOneWrite(async (tx) => {
    await forgetPlanDraft(tx, tripId, staff.id)
    if (draft === null) return
    const others = (await tx.settings.draft('plans')) ?? []
    await tx.settings.saveDraft(
      'plans',
      [{ tripId, staffId: staff.id, savedAt, draft }, ...others].slice(0, mostDrafts),
    )
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
  const others = before.filter((one) => one.tripId !== tripId || one.staffId !== staffId)
  if (others.length < before.length) await settings.saveDraft('plans', others)
}
