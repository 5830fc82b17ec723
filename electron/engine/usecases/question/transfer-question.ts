import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { ok } from '#shared/domain/result.ts'
import { recordAct } from '../act/record-act.ts'
import type { Answer, Answering, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import { keepDraft } from './question-drafts.ts'
import { threadAtHand, told } from './thread-at-hand.ts'

/** To the unit whose matter it is. Until the centre has followed, the thread stays in sight here as handed on. Faults: see the contract. */
export async function transferQuestion(
  deps: Deps,
  { questionId, to, reason }: ParsedInputOf<'question.transfer'>,
  who: Who,
  answering: Answering,
): Answer<OutputOf<'question.transfer'>> {
  const transferId = deps.ids.uuid()
  const answer = await answering(async (tx) => {
    const here = await threadAtHand(deps, tx, who, questionId)
    if (!here.ok) return here
    const { by, scope, question } = here.value
    if (question.state === 'closed') return fail('question-closed')
    if (to === scope || !deps.units.some((unit) => unit.scope === to)) return fail('unit-unknown')
    const audit = { kind: 'question-transfer' } as const
    const of = { staffId: by.staffId, scope, subject: questionId, audit }
    await recordAct(tx, { type: 'question.transfer', payload: { ...by, transferId, from: scope, to, reason } }, of)
    await keepDraft(tx, { questionId, staffId: by.staffId, text: '' })
    return ok({ transferId })
  })
  if (answer.ok) told(deps)
  return answer
}
