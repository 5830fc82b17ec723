import { afterAll, beforeAll, expect, test } from 'vitest'
import { calls } from '#shared/contract/engine/calls.ts'
import type { FaultCode } from '#shared/contract/errors.ts'
import { type Allowed, callRoles, roles } from '#shared/domain/staff/permissions.ts'
import type { Role } from '#shared/domain/staff/staff.ts'
import { Counter } from '../testing/counter.ts'
import { aPerson } from '../testing/rows.ts'

const table = Object.entries<Allowed>(callRoles)
const nobody = 'nobody'
type Asker = Role | typeof nobody

let counter: Counter
const sessions = new Map<Asker, string | null>([[nobody, null]])
beforeAll(async () => {
  counter = await Counter.with({ staff: roles.map((role) => aPerson(`si-${role}`, { roles: [role] })) })
  for (const role of roles) {
    await counter.signIn(`si-${role}`)
    sessions.set(role, counter.session)
  }
})
afterAll(() => counter.close())

/** Over the port with a session of that role. The input is none, so that nothing is done where it may be done. */
async function answerTo(name: string, asker: Asker): Promise<FaultCode | 'answered'> {
  const session = sessions.get(asker) ?? null
  const reply = await counter.answer({ type: 'call', id: 1, name, input: null, session, requestId: null })
  return reply.ok ? 'answered' : reply.refusal.code
}

function expected(allowed: Allowed, asker: Asker): FaultCode {
  if (allowed === 'nobody-needed') return 'input-invalid'
  if (asker === nobody) return 'sign-in-required'
  return allowed === 'anyone' || allowed.includes(asker) ? 'input-invalid' : 'not-permitted'
}

test('the table names every call of the contract, and nothing else', () => {
  expect(table.map(([name]) => name).sort()).toEqual([...calls.keys()].sort())
})

test('every call by every role, and by nobody, is answered as the table says', async () => {
  const wrong: string[] = []
  for (const [name, allowed] of table)
    for (const asker of [nobody, ...roles] as const) {
      const said = await answerTo(name, asker)
      if (said !== expected(allowed, asker)) wrong.push(`${name} by ${asker}: ${said}`)
    }
  expect(wrong).toEqual([])
})

test('a clerk who calls what a supervisor decides is refused, whatever the screen shows', async () => {
  counter.session = sessions.get('kelurahan') ?? null
  for (const name of ['case.settle', 'claim.decide', 'handover.review', 'override.respond', 'city.settle-case'])
    expect([name, await answerTo(name, 'kelurahan')]).toEqual([name, 'not-permitted'])
})
