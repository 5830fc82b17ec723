import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Answering, Deps, Who } from '../deps.ts'
import { actOnline } from './act-online.ts'

/** Answers a complaint of any unit that went up to the Dinas. */
export const answerCityComplaint = (
  deps: Deps,
  { scope, complaintId, text }: ParsedInputOf<'city.answer-complaint'>,
  who: Who,
  answering: Answering,
): Answer<OutputOf<'city.answer-complaint'>> =>
  actOnline(deps, who, answering, async ({ by }) => {
    const payload = { ...by, answerId: deps.ids.uuid(), complaintId, text, offline: false }
    return ok({ act: { type: 'complaint.answer', payload }, scope, subject: complaintId, told: {} })
  })
