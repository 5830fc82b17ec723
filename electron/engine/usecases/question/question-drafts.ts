import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps, Who } from '../deps.ts'
import type { QuestionDraft } from '../draft-stores.ts'
import type { ReadSet, WriteSet } from '../stores.ts'

/** Older ones are let go: a draft is for today's work. */
const mostDrafts = 200

/** What this person began to write in the threads, on this device. */
export async function draftsOf(db: Pick<ReadSet, 'settings'>, staffId: string): Promise<readonly QuestionDraft[]> {
  return ((await db.settings.draft('questions')) ?? []).filter((draft) => draft.staffId === staffId)
}

/** Goes to the disk while it is written, so that a lock, a crash or a power cut costs nothing. */
export async function saveQuestionDraft(
  deps: Deps,
  { questionId, text }: ParsedInputOf<'question.save-draft'>,
  { staff }: Who,
): Answer<OutputOf<'question.save-draft'>> {
  await deps.inOneWrite((tx) => keepDraft(tx, { questionId, staffId: staff.id, text }))
  deps.announce('question-drafts')
  return ok({})
}

/** In the caller's transaction; empty text lets it go. */
export async function keepDraft({ settings }: Pick<WriteSet, 'settings'>, draft: QuestionDraft): Promise<void> {
  const before = (await settings.draft('questions')) ?? []
  const others = before.filter(
    ({ questionId, staffId }) => questionId !== draft.questionId || staffId !== draft.staffId,
  )
  const kept = draft.text.trim() === '' ? others : [draft, ...others]
  await settings.saveDraft('questions', kept.slice(0, mostDrafts))
}
