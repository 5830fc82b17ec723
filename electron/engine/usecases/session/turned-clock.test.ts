import { afterEach, beforeEach, expect, test } from 'vitest'
import { Counter, handOverToOwner, password, pin, pinVerifier } from '../../testing/counter.ts'
import { aCard } from '../../testing/rows.ts'

let counter: Counter
beforeEach(async () => {
  counter = await Counter.with({ cards: [aCard('k-1', { pinVerifier })] })
  await counter.synced()
  await counter.signIn('rini')
  counter.centre.reachable = false
})
afterEach(() => counter.close())

const day = 24 * 60
const signIn = async (word = password) => {
  const answer = await counter.ask('session.sign-in', { username: 'rini', password: word })
  return answer.ok ? 'in' : answer.refusal.code
}
const lockOut = async () => {
  for (const _ of [1, 2, 3, 4, 5]) await signIn('salah')
  expect(await signIn()).toBe('locked-out')
}
const stands = async () => {
  const answer = await counter.ask('session.current', {})
  return answer.ok
}

test.each([
  ['forward', day],
  ['back', -day],
])('a clock set %s by a day does not end a lock-out, not even over a restart', async (_, by) => {
  await lockOut()
  counter.clock.set(by)
  expect(await signIn()).toBe('locked-out')
  await counter.restart()
  expect(await signIn()).toBe('locked-out')
  counter.clock.pass(14)
  expect(await signIn()).toBe('locked-out')
  counter.clock.pass(1)
  expect(await signIn()).toBe('in')
})

test('the end of a lock-out is told as the clock on this computer will show it', async () => {
  counter.clock.set(-120)
  for (const _ of [1, 2, 3, 4]) await signIn('salah')
  expect(await counter.ask('session.sign-in', { username: 'rini', password: 'salah' })).toMatchObject({
    refusal: { code: 'locked-out', details: { until: '2026-11-24T00:15:00.000Z' } },
  })
})

test('when the centre sets the time back, nobody is locked out for longer than a quarter of an hour', async () => {
  counter.clock.set(day)
  await counter.synced()
  await lockOut()
  counter.clock.set(-day)
  await counter.synced()
  expect(await signIn()).toBe('locked-out')
  counter.clock.pass(15)
  expect(await signIn()).toBe('in')
})

test('a session ends after twelve hours, whichever way the clock is set meanwhile', async () => {
  counter.clock.set(-day)
  counter.clock.pass(12 * 60 - 1)
  expect(await stands()).toBe(true)
  counter.clock.pass(1)
  expect(await stands()).toBe(false)
})

test('a session that begins while the clock stands ahead is no longer for it', async () => {
  counter.clock.set(day)
  expect(await counter.ask('session.sign-in', { username: 'rini', password })).toMatchObject({ ok: true })
  await counter.signIn('rini').catch(() => undefined)
  counter.clock.set(-day)
  counter.clock.pass(12 * 60)
  expect(await stands()).toBe(false)
})

test('a checked PIN of an e-Kitir is worth a quarter of an hour, however far the clock is set back', async () => {
  const checked = await counter.get('handover.check-pin', { cardId: 'k-1', pin })
  if (checked.outcome !== 'verified') throw new Error(checked.outcome)
  counter.clock.set(-60)
  counter.clock.pass(15)
  const given = await counter.ask('handover.record', {
    ...handOverToOwner('k-1'),
    pin: { means: 'verified', pinToken: checked.pinToken },
  })
  expect(given).toMatchObject({ refusal: { code: 'pin-required' } })
})

test('a clock set back gives nobody more days without the centre: after seven the password kept here opens nothing', async () => {
  counter.clock.pass(7 * day - 1)
  expect(await signIn()).toBe('in')
  counter.clock.set(-6 * day)
  expect(await signIn()).toBe('in')
  counter.clock.pass(1)
  expect(await signIn()).toBe('needs-online-sign-in')
})
