import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import type { Fault } from '#shared/contract/errors.ts'
import type { Answerer } from '#shared/domain/question/question.ts'
import { ok, type Result } from '#shared/domain/result.ts'
import { recordAct } from '../act/record-act.ts'
import type { Answer, Answering, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import type { WriteSet } from '../stores.ts'
import { threadAtHand, told } from './thread-at-hand.ts'

/** Who is to answer: oneself, a colleague of the unit, or nobody. Faults: see the contract. */
export async function assignQuestion(
  deps: Deps,
  { questionId, staffId }: ParsedInputOf<'question.assign'>,
  who: Who,
  answering: Answering,
): Answer<OutputOf<'question.assign'>> {
  const assignId = deps.ids.uuid()
  const answer = await answering(async (tx) => {
    const here = await threadAtHand(deps, tx, who, questionId)
    if (!here.ok) return here
    const to = await answererOf(tx, staffId)
    if (!to.ok) return to
    const { by, scope, question } = here.value
    const payload = { ...by, assignId, to: to.value, turn: question.handed.length }
    const audit = { kind: 'question-assign' } as const
    await recordAct(
      tx,
      { type: 'question.assign', payload },
      { staffId: by.staffId, scope, subject: questionId, audit },
    )
    return ok({ assignId })
  })
  if (answer.ok) told(deps)
  return answer
}

async function answererOf(
  { directory }: Pick<WriteSet, 'directory'>,
  staffId: string | null,
): Promise<Result<Answerer | null, Fault>> {
  if (staffId === null) return ok(null)
  const person = await directory.staff(staffId)
  if (!person?.active) return fail('staff-inactive')
  return ok({ staffId, staffName: person.name, staffCode: person.code })
}
