import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { ok } from '#shared/domain/result.ts'
import { recordAct } from '../act/record-act.ts'
import type { Answer, Answering, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import { threadAtHand, told } from './thread-at-hand.ts'

/** Done, as far as it was seen; what was begun to be written stays. Faults: see the contract. */
export async function closeQuestion(
  deps: Deps,
  { questionId, upTo }: ParsedInputOf<'question.close'>,
  who: Who,
  answering: Answering,
): Answer<OutputOf<'question.close'>> {
  const closeId = deps.ids.uuid()
  const answer = await answering(async (tx) => {
    const here = await threadAtHand(deps, tx, who, questionId)
    if (!here.ok) return here
    const { by, scope, question } = here.value
    if (question.state === 'closed') return fail('question-closed')
    const audit = { kind: 'question-close' } as const
    const of = { staffId: by.staffId, scope, subject: questionId, audit }
    await recordAct(tx, { type: 'question.close', payload: { ...by, closeId, upTo } }, of)
    return ok({ closeId })
  })
  if (answer.ok) told(deps)
  return answer
}

/** There is more to it: it waits again. Faults: see the contract. */
export async function reopenQuestion(
  deps: Deps,
  { questionId }: ParsedInputOf<'question.reopen'>,
  who: Who,
  answering: Answering,
): Answer<OutputOf<'question.reopen'>> {
  const reopenId = deps.ids.uuid()
  const answer = await answering(async (tx) => {
    const here = await threadAtHand(deps, tx, who, questionId)
    if (!here.ok) return here
    const { by, scope } = here.value
    const audit = { kind: 'question-reopen' } as const
    const of = { staffId: by.staffId, scope, subject: questionId, audit }
    await recordAct(tx, { type: 'question.reopen', payload: { ...by, reopenId } }, of)
    return ok({ reopenId })
  })
  if (answer.ok) told(deps)
  return answer
}
