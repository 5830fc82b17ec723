import { afterEach, beforeEach, expect, test } from 'vitest'
import { Counter, password } from '../../testing/counter.ts'
import { aPerson, change } from '../../testing/rows.ts'

let counter: Counter
beforeEach(async () => {
  counter = await Counter.with({})
  await counter.signIn('rini')
  await counter.signIn('fauzi')
  await counter.pull([change('staff', aPerson('hendra', { roles: ['supervisor'], active: false }), 2)])
  counter.centre.reachable = false
})
afterEach(() => counter.close())

/** How many comparisons a sign-in costs, and what it was told. */
async function workOf(username: string, word: string) {
  const before = counter.compared
  const answer = await counter.ask('session.sign-in', { username, password: word })
  return { work: counter.compared - before, said: answer.ok ? 'in' : answer.refusal.code }
}

test('off the line an unknown, a new, an ended, a locked and a known name cost one comparison each, right or wrong', async () => {
  expect(await workOf('siapa', 'salah')).toEqual({ work: 1, said: 'needs-online-sign-in' })
  expect(await workOf('hendra', 'salah')).toEqual({ work: 1, said: 'needs-online-sign-in' })
  expect(await workOf('rini', 'salah')).toEqual({ work: 1, said: 'wrong-password' })
  expect(await workOf('rini', password)).toEqual({ work: 1, said: 'in' })
  for (const _ of [1, 2, 3, 4]) await workOf('fauzi', 'salah')
  expect(await workOf('fauzi', 'salah')).toEqual({ work: 1, said: 'locked-out' })
  expect(await workOf('fauzi', 'salah')).toEqual({ work: 1, said: 'locked-out' })
  expect(await workOf('fauzi', password)).toEqual({ work: 1, said: 'locked-out' })
})

test('a PIN that was never set, is spent or wrong costs the same as the right one', async () => {
  await counter.signIn('rini')
  const unlock = async (pin: string) => {
    const before = counter.compared
    const answer = await counter.ask('session.unlock', { pin })
    return [counter.compared - before, answer.ok ? 'open' : answer.refusal.code]
  }
  expect(await unlock('482913')).toEqual([1, 'pin-not-set'])
  await counter.get('session.set-pin', { password, pin: '482913' })
  expect(await unlock('482913')).toEqual([1, 'open'])
  for (const said of ['pin-wrong', 'pin-wrong', 'pin-spent', 'pin-spent'])
    expect(await unlock('907416')).toEqual([1, said])
})
