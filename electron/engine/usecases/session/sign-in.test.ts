import { afterEach, beforeEach, expect, test } from 'vitest'
import { Counter, password } from '../../testing/counter.ts'
import { aPerson, change } from '../../testing/rows.ts'

let counter: Counter
beforeEach(async () => {
  counter = await Counter.with({})
})
afterEach(() => counter.close())

const signIn = (word = password, username = 'rini') => counter.ask('session.sign-in', { username, password: word })
const days = (count: number) => count * 24 * 60

test('the first sign-in needs the centre; after it the same person gets in without a network', async () => {
  counter.centre.reachable = false
  expect(await signIn()).toMatchObject({ refusal: { code: 'needs-online-sign-in' } })
  counter.centre.reachable = true
  expect(await signIn()).toMatchObject({ ok: true, value: { means: 'online' } })
  counter.centre.reachable = false
  await counter.restart()
  expect(await signIn()).toMatchObject({ ok: true, value: { means: 'offline', staff: { username: 'rini' } } })
})

test('five wrong passwords lock for fifteen minutes, also across a restart and for the right one', async () => {
  await signIn()
  counter.centre.reachable = false
  for (const triesLeft of [4, 3, 2])
    expect(await signIn('salah')).toMatchObject({ refusal: { details: { triesLeft } } })
  await counter.restart()
  expect(await signIn('salah')).toMatchObject({ refusal: { code: 'wrong-password', details: { triesLeft: 1 } } })
  expect(await signIn('salah')).toMatchObject({ refusal: { code: 'locked-out' } })
  await counter.restart()
  expect(await signIn()).toMatchObject({
    refusal: { code: 'locked-out', details: { until: '2026-11-24T02:15:00.000Z' } },
  })
  counter.clock.pass(15)
  expect(await signIn()).toMatchObject({ ok: true })
})

test('twenty guesses at once are no more than five tries', async () => {
  await signIn()
  counter.centre.reachable = false
  const guesses = await Promise.all([...Array.from({ length: 19 }, () => signIn('salah')), signIn('salah')])
  const codes = guesses.map((answer) => (answer.ok ? 'in' : answer.refusal.code))
  expect(codes.filter((code) => code === 'wrong-password')).toHaveLength(4)
  expect(codes.filter((code) => code === 'locked-out')).toHaveLength(16)
})

test('whom the centre has dismissed does not get in by the password kept here', async () => {
  await signIn()
  counter.centre.dismissed.add('rini')
  expect(await signIn()).toMatchObject({ refusal: { code: 'staff-inactive' } })
})

test('after seven days without the centre nobody gets in without it', async () => {
  await signIn()
  counter.centre.reachable = false
  counter.clock.pass(days(7) + 1)
  expect(await signIn()).toMatchObject({ refusal: { code: 'needs-online-sign-in' } })
})

test('the list at sign-in says how many days are left, and leaves out who is not active', async () => {
  await signIn()
  counter.clock.pass(days(2))
  await counter.pull([change('staff', aPerson('fauzi', { active: false }), 2)])
  const staff = await counter.get('session.staff', {})
  expect(staff.map(({ username, offlineDaysLeft }) => [username, offlineDaysLeft])).toEqual([
    ['rini', 5],
    ['hendra', null],
  ])
})

test('a session survives a restart, ends after twelve hours, and ends at once with the person', async () => {
  await counter.signIn()
  await counter.restart()
  expect(await counter.get('session.current', {})).toMatchObject({ staff: { username: 'rini' } })
  await counter.pull([change('staff', aPerson('rini', { active: false }), 2)])
  expect(await counter.ask('session.current', {})).toMatchObject({ refusal: { code: 'sign-in-required' } })
  await counter.pull([change('staff', aPerson('rini'), 3)])
  counter.clock.pass(12 * 60)
  expect(await counter.ask('session.current', {})).toMatchObject({ refusal: { code: 'sign-in-required' } })
})

test('without a session, or with one that ended, nothing of a citizen is told', async () => {
  await counter.signIn()
  await counter.get('session.sign-out', {})
  for (const call of ['home.summary', 'scan.recent', 'print.list', 'sync.overview'] as const)
    expect(await counter.ask(call, {})).toMatchObject({ refusal: { code: 'sign-in-required' } })
})

test('who may not hand over is told so', async () => {
  await counter.pull([change('staff', aPerson('rini', { roles: ['admin'] }), 2)])
  await counter.signIn()
  expect(await counter.handOver('k-1')).toMatchObject({ refusal: { code: 'not-permitted' } })
})

test('the screen lock opens for the same password only', async () => {
  await counter.signIn()
  expect(await counter.ask('session.unlock', { password: 'salah' })).toMatchObject({
    refusal: { code: 'wrong-password' },
  })
  expect(await counter.ask('session.unlock', { password })).toEqual({ ok: true, value: {} })
})

test('on a full disk nobody is let in, because wrong tries could not be counted: the disk is named, right password or wrong', async () => {
  await counter.get('session.sign-in', { username: 'rini', password })
  counter.diskFull = true
  for (const tried of [password, 'salah'])
    expect(await counter.ask('session.sign-in', { username: 'rini', password: tried })).toEqual({
      ok: false,
      refusal: { code: 'disk-full' },
    })
  counter.diskFull = false
  expect(await counter.ask('session.sign-in', { username: 'rini', password })).toMatchObject({ ok: true })
})
