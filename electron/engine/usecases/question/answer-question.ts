import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { gapsIn } from '#shared/domain/question/question-template.ts'
import { ok } from '#shared/domain/result.ts'
import { recordAct } from '../act/record-act.ts'
import type { Answer, Answering, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import { keepDraft } from './question-drafts.ts'
import { threadAtHand, told } from './thread-at-hand.ts'

/** What the citizen is answered; the draft of it goes in the same transaction. Faults: see the contract. */
export async function answerQuestion(
  deps: Deps,
  { questionId, text, upTo }: ParsedInputOf<'question.answer'>,
  who: Who,
  answering: Answering,
): Answer<OutputOf<'question.answer'>> {
  const [gap] = gapsIn(text)
  if (gap !== undefined) return fail('answer-has-gaps', { field: gap })
  const messageId = deps.ids.uuid()
  const answer = await answering(async (tx) => {
    const here = await threadAtHand(deps, tx, who, questionId)
    if (!here.ok) return here
    const { by, scope } = here.value
    const audit = { kind: 'question-answer' } as const
    const of = { staffId: by.staffId, scope, subject: questionId, audit }
    await recordAct(tx, { type: 'question.answer', payload: { ...by, messageId, text, upTo } }, of)
    await keepDraft(tx, { questionId, staffId: by.staffId, text: '' })
    return ok({ messageId })
  })
  if (answer.ok) told(deps)
  return answer
}
