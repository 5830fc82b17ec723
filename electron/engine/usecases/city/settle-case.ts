import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Answering, Deps, Who } from '../deps.ts'
import { actOnline } from './act-online.ts'
import { actSigned } from './act-signed.ts'

/** Settles a case of any unit, signed with the own password. */
export const settleCityCase = (
  deps: Deps,
  { scope, password, ...decided }: ParsedInputOf<'city.settle-case'>,
  who: Who,
  answering: Answering,
): Answer<OutputOf<'city.settle-case'>> =>
  actSigned(deps, { who, password }, answering, async ({ by }) => {
    const payload = { ...by, settleId: deps.ids.uuid(), ...decided }
    return ok({ act: { type: 'case.settle', payload }, scope, subject: decided.caseId, told: {} })
  })

/** Asks the clerks of any unit about a case. */
export const noteCityCase = (
  deps: Deps,
  { scope, caseId, cardId, text }: ParsedInputOf<'city.note-case'>,
  who: Who,
  answering: Answering,
): Answer<OutputOf<'city.note-case'>> =>
  actOnline(deps, who, answering, async ({ by }) => {
    const payload = { ...by, noteId: deps.ids.uuid(), caseId, cardId, kind: 'asked' as const, text }
    return ok({ act: { type: 'case.note', payload }, scope, subject: caseId, told: {} })
  })
