import { afterEach, beforeEach, expect, test } from 'vitest'
import { Counter, password } from '../../testing/counter.ts'

let counter: Counter
const pin = '482913'
beforeEach(async () => {
  counter = await Counter.with({})
  await counter.synced()
  await counter.signIn('rini')
  await counter.get('session.set-pin', { password, pin })
  counter.centre.reachable = false
})
afterEach(() => counter.close())

const signIn = async (word: string) => {
  const answer = await counter.ask('session.sign-in', { username: 'rini', password: word })
  return answer.ok ? 'in' : answer.refusal.code
}
const unlock = async (typed: string) => {
  const answer = await counter.ask('session.unlock', { pin: typed })
  return answer.ok ? 'open' : answer.refusal.code
}

test('a guess that a cut of the power keeps from its answer is counted all the same', async () => {
  counter.comparing = () => new Promise<void>(() => {})
  for (const _ of [1, 2, 3, 4, 5]) {
    void counter.ask('session.sign-in', { username: 'rini', password: 'salah' })
    await expect.poll(() => triesOf()).toBe(_)
    await counter.restart()
  }
  counter.comparing = async () => {}
  expect(await signIn(password)).toBe('locked-out')
})

test('a PIN that a cut of the power keeps from its answer is counted all the same', async () => {
  counter.comparing = () => new Promise<void>(() => {})
  for (const _ of [1, 2, 3]) {
    void counter.ask('session.unlock', { pin: '000001' })
    await expect.poll(async () => (await secretOf()).pin_wrong).toBe(_)
    await counter.restart()
  }
  counter.comparing = async () => {}
  expect(await unlock(pin)).toBe('pin-spent')
})

test('guessing passwords over restarts: five in a quarter of an hour, however often the program is started', async () => {
  const said: string[] = []
  for (const guess of Array.from({ length: 12 }, (_, at) => `tebakan-${at}`)) {
    said.push(await signIn(guess))
    await counter.restart()
  }
  expect(said.filter((one) => one === 'wrong-password')).toHaveLength(4)
  expect(said.slice(4)).toEqual(Array(8).fill('locked-out'))
  expect(await signIn(password)).toBe('locked-out')
  counter.clock.pass(15)
  expect(await signIn(password)).toBe('in')
})

test('guessing PINs over restarts: three, then the password is asked, and it sets the PIN in force again', async () => {
  for (const said of ['pin-wrong', 'pin-wrong', 'pin-spent', 'pin-spent']) {
    expect(await unlock('000001')).toBe(said)
    await counter.restart()
  }
  expect(await unlock(pin)).toBe('pin-spent')
  expect(await counter.ask('session.unlock', { password })).toMatchObject({ ok: true })
  expect(await unlock(pin)).toBe('open')
})

test('twenty PINs at once are no more than three tries', async () => {
  const said = await Promise.all(Array.from({ length: 20 }, () => unlock('000001')))
  expect(said.filter((one) => one === 'pin-wrong')).toHaveLength(2)
  expect(said.filter((one) => one === 'pin-spent')).toHaveLength(18)
})

const secretOf = () =>
  counter.store.read.selectFrom('staff_secret').selectAll().where('staff_id', '=', 'rini').executeTakeFirstOrThrow()
const triesOf = async () => (await secretOf()).wrong_tries
