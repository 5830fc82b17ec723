import { afterEach, beforeEach, expect, test } from 'vitest'
import type { HelpWanted } from '#shared/contract/engine/help.ts'
import { Counter, password } from '../../testing/counter.ts'

let counter: Counter
const pin = '482913'
const next = 'kopi-tubruk-jam-7'
beforeEach(async () => {
  counter = await Counter.with({})
  await counter.synced()
  await counter.write((tx) => tx.settings.saveOverrideSecret('geheim'))
  await counter.signIn('hendra')
  await counter.get('session.set-pin', { password, pin })
  await counter.signIn('fauzi')
  await counter.signIn('rini')
  counter.centre.reachable = false
  counter.session = null
})
afterEach(() => counter.close())

const signIn = async (word = password, username = 'rini') => {
  const answer = await counter.ask('session.sign-in', { username, password: word })
  if (answer.ok) counter.session = answer.value.session
  return answer.ok ? 'in' : answer.refusal.code
}
const lockOut = async () => {
  for (const _ of [1, 2, 3, 4, 5]) await signIn('salah')
  expect(await signIn()).toBe('locked-out')
}
const unlock: HelpWanted = { purpose: 'unlock' }
const reset: HelpWanted = { purpose: 'reset', next }
const extend: HelpWanted = { purpose: 'extend' }
const help = async (supervisor: object, wanted: HelpWanted = unlock, whom = 'rini') => {
  const asked = { whom, help: wanted, supervisor: { username: 'hendra', ...supervisor } }
  const answer = await counter.ask('help.on-the-spot', asked)
  return answer.ok ? answer.value.supervisorName : answer.refusal.code
}
const audited = async (kind: string) => {
  const entries = await counter.store.read.selectFrom('audit_entry').select('entry').execute()
  return entries.flatMap(({ entry }) => (entry.includes(`"${kind}"`) ? [JSON.parse(entry)] : []))
}

test.each([{ password }, { pin }])(
  'a supervisor who is present ends a lock-out without a network, by %o, under the own name',
  async (proof) => {
    await lockOut()
    expect(await help(proof)).toBe('Petugas hendra')
    expect(await signIn()).toBe('in')
    expect(await audited('unlock-helped')).toMatchObject([{ subject: 'rini', staffId: 'hendra' }])
  },
)

test('a clerk helps nobody, nobody helps himself, and a wrong password or PIN is counted', async () => {
  await lockOut()
  expect(await help({ username: 'fauzi', password })).toBe('not-supervisor')
  expect(await help({ password }, unlock, 'hendra')).toBe('override-same-person')
  expect(await help({ password: 'salah' })).toBe('wrong-password')
  expect(await help({ pin: '907416' })).toBe('pin-wrong')
  expect(await help({ pin: '907416' })).toBe('pin-wrong')
  expect(await help({ pin: '907416' })).toBe('pin-spent')
  expect(await help({ pin })).toBe('pin-spent')
  expect(await signIn()).toBe('locked-out')
})

test('a forgotten password is set anew on this device, until the centre is asked again', async () => {
  expect(await help({ pin }, reset)).toBe('Petugas hendra')
  expect(await signIn()).toBe('wrong-password')
  expect(await signIn(next)).toBe('in')
  await counter.restart()
  expect(await signIn(next)).toBe('in')
  expect(await audited('password-reset-here')).toMatchObject([{ subject: 'rini', staffId: 'hendra' }])
  counter.centre.reachable = true
  expect(await signIn(next)).toBe('password-temporary')
  expect(await signIn()).toBe('in')
  counter.centre.reachable = false
  expect(await signIn(next)).toBe('wrong-password')
})

test('a password is set anew here only without the centre, by the rules, and for who signed in here before', async () => {
  expect(await help({ pin }, { purpose: 'reset', next: 'pendek' })).toBe('password-unfit')
  expect(await help({ pin }, reset, 'siapa')).toBe('needs-online-sign-in')
  counter.clock.pass(8 * 24 * 60)
  expect(await help({ password }, reset)).toBe('needs-online-sign-in')
  counter.centre.reachable = true
  await counter.signIn('rini')
  expect(await help({ pin }, reset)).toBe('centre-reachable')
})

const spoken = async (challenge: string, purpose: HelpWanted['purpose'] | 'card') => {
  const clerk = counter.session
  await signIn(password, 'hendra')
  const { answer } = await counter.get('override.respond', { challenge, password, purpose })
  counter.session = clerk
  return answer
}
const answerWith = async (challengeId: string, answer: string, wanted: HelpWanted = unlock) => {
  const done = await counter.ask('help.answer', { challengeId, supervisorId: 'hendra', answer, help: wanted })
  return done.ok ? done.value.supervisorName : done.refusal.code
}

test('a supervisor on the telephone ends a lock-out, and gives leave for another password', async () => {
  await lockOut()
  const first = await counter.get('help.challenge', { whom: 'rini', purpose: 'unlock' })
  const answer = await spoken(first.challenge, 'unlock')
  expect(await answerWith(first.challengeId, answer)).toBe('Petugas hendra')
  expect(await answerWith(first.challengeId, answer)).toBe('override-answer-wrong')
  expect(await signIn()).toBe('in')
  const second = await counter.get('help.challenge', { whom: 'rini', purpose: 'reset' })
  expect(await answerWith(second.challengeId, await spoken(second.challenge, 'reset'), reset)).toBe('Petugas hendra')
  expect(await signIn(next)).toBe('in')
})

test('an answer opens what it was asked for and nothing else', async () => {
  const { challenge, challengeId } = await counter.get('help.challenge', { whom: 'rini', purpose: 'reset' })
  for (const purpose of ['card', 'unlock', 'extend'] as const)
    expect(await answerWith(challengeId, await spoken(challenge, purpose), reset)).toBe('override-answer-wrong')
  expect(await answerWith(challengeId, await spoken(challenge, 'reset'))).toBe('override-answer-wrong')
})

test('answers are not guessed at the door: five wrong ones, over any number of codes, and nobody answers for a quarter of an hour', async () => {
  const said: string[] = []
  for (let guess = 0; guess < 7; guess++) {
    const { challengeId } = await counter.get('help.challenge', { whom: 'rini', purpose: 'unlock' })
    said.push(await answerWith(challengeId, '00000000'))
  }
  expect(said).toEqual([...Array(5).fill('override-answer-wrong'), 'locked-out', 'locked-out'])
  counter.clock.set(600)
  const { challengeId } = await counter.get('help.challenge', { whom: 'rini', purpose: 'unlock' })
  expect(await answerWith(challengeId, '00000000')).toBe('locked-out')
})

const days = (count: number) => counter.clock.pass(count * 24 * 60)
/** The supervisor's own Loket, elsewhere, has a network. */
const extendedByTelephone = async (whom = 'rini') => {
  const asked = await counter.ask('help.challenge', { whom, purpose: 'extend' })
  if (!asked.ok) return asked.refusal.code
  const { challenge, challengeId } = asked.value
  counter.centre.reachable = true
  const answer = await spoken(challenge, 'extend')
  counter.centre.reachable = false
  return answerWith(challengeId, answer, extend)
}

test('who was too long without the centre gets in for three more days by a supervisor, once, with the usual password', async () => {
  days(8)
  expect(await signIn()).toBe('needs-online-sign-in')
  expect(await extendedByTelephone()).toBe('Petugas hendra')
  expect(await audited('days-extended')).toMatchObject([{ subject: 'rini', staffId: 'hendra' }])
  expect(await signIn()).toBe('in')
  await counter.restart()
  days(2)
  expect(await signIn()).toBe('in')
  days(1)
  expect(await signIn()).toBe('needs-online-sign-in')
  expect(await extendedByTelephone()).toBe('extension-used')
  counter.centre.reachable = true
  expect(await signIn()).toBe('in')
  counter.centre.reachable = false
  days(8)
  expect(await extendedByTelephone()).toBe('Petugas hendra')
})

test('during the days given the person works, and the days left are told', async () => {
  days(8)
  await extendedByTelephone()
  expect(await signIn()).toBe('in')
  const { gates } = await counter.get('app.status', {})
  expect(gates).toContainEqual({ kind: 'sign-in', stage: 'soon', left: 3 })
  const staff = await counter.get('session.staff', {})
  expect(staff.find(({ staffId }) => staffId === 'rini')).toMatchObject({ offlineDaysLeft: 3 })
})

test('days are given only to who needs them, signed in here once, and has no centre to ask', async () => {
  expect(await extendedByTelephone()).toBe('extension-not-needed')
  expect(await extendedByTelephone('siapa')).toBe('needs-online-sign-in')
  days(8)
  expect(await help({ pin }, extend)).toBe('needs-online-sign-in')
  counter.centre.reachable = true
  await counter.signIn('fauzi')
  expect(await help({ password }, extend)).toBe('centre-reachable')
})
