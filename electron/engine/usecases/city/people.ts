import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Answering, Deps, Who } from '../deps.ts'
import { actSigned } from './act-signed.ts'

/**
 * Acts about the people of any unit, signed with the own password and judged by the centre. A first password is made here, leaves this device only as what
 * argon2id makes of it, and is told in the answer alone: neither the outbox nor the kept answers hold it.
 */
export async function addPerson(
  deps: Deps,
  { password, ...person }: ParsedInputOf<'city.add-person'>,
  who: Who,
  answering: Answering,
): Answer<OutputOf<'city.add-person'>> {
  const first = await firstPasswordOf(deps)
  const answer = await actSigned(deps, { who, password }, answering, async ({ by }) => {
    const { scope, ...told } = person
    const personId = deps.ids.uuid()
    const payload = { ...by, actId: deps.ids.uuid(), scope, personId, ...told, firstPassword: first.verifier }
    return ok({ ...atTheCentre, act: { type: 'staff.add', payload }, scope, subject: personId })
  })
  return answer.ok ? ok(withPassword(answer.value, first.password)) : answer
}

export const changePerson = (
  deps: Deps,
  { password, scope, personId, name, code, roles }: ParsedInputOf<'city.change-person'>,
  who: Who,
  answering: Answering,
): Answer<OutputOf<'city.change-person'>> =>
  actSigned(deps, { who, password }, answering, async ({ by }) => {
    const payload = { ...by, actId: deps.ids.uuid(), scope, personId, name, code, roles }
    return ok({ act: { type: 'staff.change', payload }, scope, subject: personId, told: {}, shown: false })
  })

export const endPerson = (
  deps: Deps,
  { password, scope, personId, reason }: ParsedInputOf<'city.end-person'>,
  who: Who,
  answering: Answering,
): Answer<OutputOf<'city.end-person'>> =>
  actSigned(deps, { who, password }, answering, async ({ by }) => {
    const payload = { ...by, actId: deps.ids.uuid(), scope, personId, reason }
    return ok({ act: { type: 'staff.end', payload }, scope, subject: personId, told: {}, shown: false })
  })

export async function resetPassword(
  deps: Deps,
  { password, scope, personId }: ParsedInputOf<'city.reset-password'>,
  who: Who,
  answering: Answering,
): Answer<OutputOf<'city.reset-password'>> {
  const first = await firstPasswordOf(deps)
  const answer = await actSigned(deps, { who, password }, answering, async ({ by }) => {
    const payload = { ...by, actId: deps.ids.uuid(), scope, personId, firstPassword: first.verifier }
    return ok({ ...atTheCentre, act: { type: 'staff.reset', payload }, scope, subject: personId })
  })
  return answer.ok ? ok(withPassword(answer.value, first.password)) : answer
}

/** Nothing of it is shown here before the centre's row comes; a repeat of the request is told no password. */
const atTheCentre = { told: { firstPassword: null }, shown: false } as const

async function firstPasswordOf({ secrets, passwords }: Deps) {
  const password = secrets.firstPassword()
  return { password, verifier: await passwords.makeVerifier(password) }
}

const withPassword = <T extends { readonly verdict: string }>(answer: T, firstPassword: string) => ({
  ...answer,
  firstPassword: answer.verdict === 'refused' ? null : firstPassword,
})
