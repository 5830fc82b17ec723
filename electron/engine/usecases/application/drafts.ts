import type { IntakeDraft } from '#shared/contract/engine/applications.ts'
import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps, Who } from '../deps.ts'
import type { SavedDraft } from '../draft-stores.ts'
import { fail } from '../fail.ts'
import type { ReadSet } from '../stores.ts'
import { askedOf } from './asked-of.ts'

/** What the clerk has begun, without what was typed. */
export async function listDrafts(deps: Deps, { staff }: Who): Answer<OutputOf<'intake.drafts'>> {
  const saved = await deps.reading(({ intake }) => intake.of(staff.id))
  return ok(
    saved.map(({ draftId, savedAt, draft }) => ({
      draftId,
      savedAt,
      services: draft.services.map(({ service }) => service),
      applicantName: nameOf(draft),
      repairs: draft.repairs,
    })),
  )
}

/** Who applies; of who applies for themselves, or is not named yet, the first one who is. */
function nameOf({ services: [first] }: IntakeDraft): string {
  const people = first?.people ?? {}
  const named = [people.applicant, ...Object.values(people)].find((person) => (person?.name ?? '').trim() !== '')
  return named?.name ?? ''
}

export async function readDraft(
  deps: Deps,
  { draftId }: ParsedInputOf<'intake.draft'>,
  { staff }: Who,
): Answer<OutputOf<'intake.draft'>> {
  const found = await deps.reading((db) => ownDraft(db, draftId, staff.id))
  return ok({ saved: found && { draftId, savedAt: found.savedAt, draft: found.draft, asked: [...found.asked] } })
}

/** Keeps what was typed so far. A draft that is gone was filed or discarded in another window: it does not come back by itself. */
export async function saveDraft(
  deps: Deps,
  { draftId, draft }: ParsedInputOf<'intake.save-draft'>,
  { staff }: Who,
): Answer<OutputOf<'intake.save-draft'>> {
  const savedAt = deps.clock.now()
  const answer = await deps.inOneWrite(async (tx) => {
    const before = draftId === null ? null : await ownDraft(tx, draftId, staff.id)
    if (draftId !== null && before === null) return fail('draft-unknown')
    const saved = { draftId: draftId ?? deps.ids.uuid(), staffId: staff.id, savedAt }
    // What it puts right, and for whom of a queue it is, was said when it was begun.
    const { repairs, visitId } = before?.draft ?? draft
    const asked = await askedOf(tx, draft, before?.asked)
    await tx.intake.save({ ...saved, draft: { ...draft, repairs: repairs ?? draft.repairs, visitId }, asked })
    return ok({ draftId: saved.draftId, savedAt })
  })
  if (answer.ok) deps.announce('intake-drafts')
  return answer
}

/** With the documents that were taken for it. */
export async function discardDraft(
  deps: Deps,
  { draftId }: ParsedInputOf<'intake.discard-draft'>,
  { staff }: Who,
): Answer<OutputOf<'intake.discard-draft'>> {
  await deps.inOneWrite(async (tx) => {
    if (!(await ownDraft(tx, draftId, staff.id))) return
    for (const { id } of await tx.documents.list(draftId)) await tx.documents.remove(id)
    await tx.intake.remove(draftId)
  })
  deps.announce('intake-drafts', 'documents')
  return ok({})
}

/** A draft is seen by who began it alone. */
export async function ownDraft(
  db: Pick<ReadSet, 'intake'>,
  draftId: string,
  staffId: string,
): Promise<SavedDraft | null> {
  const found = await db.intake.find(draftId)
  return found?.staffId === staffId ? found : null
}
