import { afterEach, beforeEach, expect, test } from 'vitest'
import { calls } from '#shared/contract/engine/calls.ts'
import { Counter, password } from '../../testing/counter.ts'
import { aPerson, change } from '../../testing/rows.ts'

let counter: Counter
const first = 'k7mq-2xvn-9trd'
const own = 'kopi-tubruk-jam-7'
beforeEach(async () => {
  counter = await Counter.with({})
  counter.centre.passwords.set('rini', { staffId: 'rini', password: first, must: 'password' })
})
afterEach(() => counter.close())

const signIn = (word: string, username = 'rini') => counter.ask('session.sign-in', { username, password: word })
const begin = async () => {
  const signedIn = await signIn(first)
  if (!signedIn.ok) throw new Error(signedIn.refusal.code)
  counter.session = signedIn.value.session
  return signedIn.value
}

test('who comes with a first password is answered nothing before it is changed', async () => {
  expect(await begin()).toMatchObject({ must: 'password' })
  const told: Record<string, string> = {}
  for (const { name, allowed } of calls.values()) {
    if (allowed === 'nobody-needed') continue
    const message = { type: 'call' as const, id: 1, name, input: null, session: counter.session, requestId: null }
    const reply = await counter.answer(message)
    told[name] = reply.ok ? 'answered' : reply.refusal.code
  }
  const open = Object.keys(told).filter((name) => told[name] !== 'password-must-change')
  expect(open.sort()).toEqual([
    'session.change-password',
    'session.lock',
    'session.sign-out',
    'session.touch',
    'session.unlock',
  ])
})

test('a first password is changed, the day begins, and without a network only the new one opens', async () => {
  await begin()
  expect(await counter.ask('session.change-password', { current: first, next: own })).toEqual({
    ok: true,
    value: { must: null },
  })
  expect(await counter.ask('home.summary', {})).toMatchObject({ ok: true })
  counter.centre.reachable = false
  expect(await signIn(first)).toMatchObject({ refusal: { code: 'wrong-password' } })
  expect(await signIn(own)).toMatchObject({ ok: true, value: { must: null } })
})

test('a first password opens nothing without the centre, and signs no act', async () => {
  await begin()
  counter.centre.reachable = false
  expect(await signIn(first)).toMatchObject({ refusal: { code: 'needs-online-sign-in' } })
  counter.centre.reachable = true
  counter.centre.passwords.set('hendra', { staffId: 'hendra', password: first, must: 'password' })
  counter.centre.passwords.set('fauzi', { staffId: 'fauzi', password })
  await counter.signIn('fauzi')
  const asked = { cardId: 'k-1', username: 'hendra', password: first, reason: 'PIN lupa' }
  expect(await counter.ask('override.on-the-spot', asked)).not.toMatchObject({ ok: true })
})

test.each([
  ['pendek', 'password-short'],
  ['Surabaya-2026', 'password-own-name'],
  ['password12345', 'password-common'],
  [first, 'password-same'],
])('%s is not taken: %s', async (next, why) => {
  await begin()
  expect(await counter.ask('session.change-password', { current: first, next })).toEqual({
    ok: false,
    refusal: { code: 'password-unfit', details: { why } },
  })
})

test('a password that the centre changed or reset elsewhere opens nothing here once the word of it has come', async () => {
  counter.centre.passwords.set('rini', { staffId: 'rini', password })
  await counter.signIn()
  counter.centre.reachable = false
  expect(await signIn(password)).toMatchObject({ ok: true })
  const row = aPerson('rini', { credentialsSince: '2026-11-24T03:00:00.000Z' })
  await counter.pull([change('staff', row, 2)])
  expect(await signIn(password)).toMatchObject({ refusal: { code: 'needs-online-sign-in' } })
})

test('without the centre a password is not changed', async () => {
  counter.centre.passwords.set('rini', { staffId: 'rini', password })
  await counter.signIn()
  counter.centre.reachable = false
  expect(await counter.ask('session.change-password', { current: password, next: own })).toEqual({
    ok: false,
    refusal: { code: 'online-only' },
  })
})

test('a PIN ends with the password of its time: it opens nothing after a reset, nor once the person signed in anew', async () => {
  const pin = '482913'
  counter.centre.passwords.set('rini', { staffId: 'rini', password })
  await counter.signIn()
  await counter.get('session.set-pin', { password, pin })
  const byPin = async () => {
    const answer = await counter.ask('session.unlock', { pin })
    return answer.ok ? 'open' : answer.refusal.code
  }
  expect(await byPin()).toBe('open')
  const credentialsSince = '2026-11-24T03:00:00.000Z'
  await counter.pull([change('staff', aPerson('rini', { credentialsSince }), 2)])
  expect(await byPin()).toBe('pin-not-set')
  counter.centre.passwords.set('rini', { staffId: 'rini', password: own, credentialsSince })
  expect(await signIn(own)).toMatchObject({ ok: true })
  expect(await byPin()).toBe('pin-not-set')
})
