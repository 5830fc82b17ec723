import { afterEach, beforeEach, expect, test } from 'vitest'
import { calls } from '#shared/contract/engine/calls.ts'
import { Counter, password } from '../../testing/counter.ts'
import { lockAll } from './lock.ts'

let counter: Counter
beforeEach(async () => {
  counter = await Counter.with({})
  await counter.signIn('rini')
})
afterEach(() => counter.close())

const pin = '482913'
/** With no input, so that nothing is done where it may be done. */
const codeOf = async (name: string, session = counter.session) => {
  const reply = await counter.answer({ type: 'call', id: 1, name, input: null, session, requestId: null })
  return reply.ok ? 'answered' : reply.refusal.code
}
const locked = async () => (await codeOf('home.summary')) === 'session-locked'

test('a locked session is answered nothing but what opens it and what ends it', async () => {
  await counter.get('session.lock', {})
  const told: Record<string, string> = {}
  for (const { name, allowed } of calls.values()) if (allowed !== 'nobody-needed') told[name] = await codeOf(name)
  const { 'session.unlock': unlock, 'session.sign-out': signOut, ...others } = told
  expect([unlock, signOut]).toEqual(['input-invalid', 'input-invalid'])
  expect(new Set(Object.values(others))).toEqual(new Set(['session-locked']))
  expect(Object.keys(others).length).toBeGreaterThan(100)
})

test('what anybody may call is answered to a locked session as to nobody', async () => {
  await counter.get('session.lock', {})
  expect(await counter.ask('app.status', {})).toMatchObject({ ok: true })
  expect(await counter.ask('settings.save', { copies: 3 })).toMatchObject({ refusal: { code: 'sign-in-required' } })
})

test('the lock holds over a restart of the engine, and opens by password or PIN', async () => {
  await counter.get('session.set-pin', { password, pin })
  await counter.get('session.lock', {})
  await counter.restart()
  expect(await locked()).toBe(true)
  expect(await counter.ask('session.unlock', { pin: '907416' })).toMatchObject({
    refusal: { code: 'pin-wrong', details: { triesLeft: 2 } },
  })
  expect(await counter.ask('session.unlock', { pin })).toMatchObject({ ok: true })
  expect(await locked()).toBe(false)
  await counter.get('session.lock', {})
  expect(await counter.ask('session.unlock', { password })).toMatchObject({ ok: true })
  expect(await locked()).toBe(false)
})

test('a PIN that is easily guessed is not taken, nor one without the password', async () => {
  expect(await counter.ask('session.set-pin', { password, pin: '123456' })).toEqual({
    ok: false,
    refusal: { code: 'pin-unfit', details: { why: 'pin-sequence' } },
  })
  expect(await counter.ask('session.set-pin', { password: 'salah', pin })).toMatchObject({
    refusal: { code: 'wrong-password' },
  })
  expect(await counter.ask('session.unlock', { pin })).toMatchObject({ refusal: { code: 'pin-not-set' } })
})

test('a desk that was left is locked by the engine after eleven minutes, whatever its screen goes on asking', async () => {
  counter.attended = false
  counter.clock.pass(10)
  expect(await locked()).toBe(false)
  await counter.get('session.touch', {})
  counter.clock.pass(10)
  expect(await locked()).toBe(false)
  counter.clock.pass(1)
  expect(await locked()).toBe(true)
  expect(counter.topics).toContain('locked')
})

test('setting the clock does not keep a desk open', async () => {
  counter.attended = false
  counter.clock.set(-600)
  counter.clock.pass(11)
  expect(await locked()).toBe(true)
})

test('when the machine is locked or sleeps, everybody who works at it is', async () => {
  const rini = counter.session
  await counter.signIn('fauzi')
  await lockAll(counter.deps)
  expect(await codeOf('home.summary', rini)).toBe('session-locked')
  expect(await locked()).toBe(true)
})

test('when the machine is locked and the disk is full, everybody is locked out all the same, and comes in again by password once there is room', async () => {
  counter.diskFull = true
  await lockAll(counter.deps).catch(() => undefined)
  expect(await locked()).toBe(true)
  counter.diskFull = false
  expect(await counter.ask('session.unlock', { password })).toMatchObject({ ok: true })
  expect(await locked()).toBe(false)
})
