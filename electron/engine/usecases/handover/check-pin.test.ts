import { afterEach, beforeEach, expect, test } from 'vitest'
import { Counter, handOverToOwner, password, pin, pinVerifier } from '../../testing/counter.ts'
import { aCard, change } from '../../testing/rows.ts'

let counter: Counter
beforeEach(async () => {
  counter = await Counter.with({ cards: [aCard('k-1', { pinVerifier })] })
  await counter.signIn()
})
afterEach(() => counter.close())

const check = (digits: string) => counter.get('handover.check-pin', { cardId: 'k-1', pin: digits })

test('five wrong PINs lock the card, counted across restarts, and the right one comes too late', async () => {
  for (const triesLeft of [4, 3, 2, 1]) {
    expect(await check('000000')).toEqual({ outcome: 'wrong', triesLeft })
    await counter.restart()
  }
  expect(await check('000000')).toEqual({ outcome: 'locked' })
  expect(await check(pin)).toEqual({ outcome: 'locked' })
  expect((await counter.get('card.get', { cardId: 'k-1' })).pin).toEqual({ state: 'locked', triesLeft: 0 })
  expect(await counter.handOver('k-1', { pin: { means: 'verified', pinToken: 'x' } })).toMatchObject({
    refusal: { code: 'pin-locked' },
  })
})

test('twelve guesses at once are no more than five tries', async () => {
  const guesses = await Promise.all(Array.from({ length: 12 }, () => check('000000')))
  const outcomes = guesses.map(({ outcome }) => outcome)
  expect(outcomes.filter((outcome) => outcome === 'wrong')).toHaveLength(4)
  expect(outcomes.filter((outcome) => outcome === 'locked')).toHaveLength(8)
  expect(await check(pin)).toEqual({ outcome: 'locked' })
})

test('a city may have PINs of four digits; one of another length is no try', async () => {
  const short = await counter.deps.passwords.makeVerifier('4829')
  await counter.pull([change('card', aCard('k-1', { pinVerifier: short }), 2)])
  await counter.write(async ({ settings }) => {
    const region = await settings.region()
    await settings.saveRegion({ ...region, pin: { digits: 4, tries: 5 } })
  })
  const wrongLength = { ok: false, refusal: { code: 'input-invalid', details: { field: 'pin' } } }
  expect(await counter.ask('handover.check-pin', { cardId: 'k-1', pin: '482900' })).toEqual(wrongLength)
  expect(await counter.ask('handover.check-pin', { cardId: 'k-1', pin: '482' })).toEqual(wrongLength)
  expect((await counter.get('card.get', { cardId: 'k-1' })).pin).toEqual({ state: 'open', triesLeft: 5 })
  expect(await check('4829')).toMatchObject({ outcome: 'verified' })
})

test('a new PIN from the centre starts at zero', async () => {
  for (let tries = 0; tries < 5; tries++) await check('000000')
  const { passwords } = counter.deps
  const next = await passwords.makeVerifier('111222')
  await counter.pull([change('card', aCard('k-1', { pinVerifier: next }), 2)])
  expect(await check('111222')).toMatchObject({ outcome: 'verified' })
})

test('a card without a verifier says so and is handed over with a flag', async () => {
  await counter.pull([change('card', aCard('k-1'), 2)])
  expect(await check(pin)).toEqual({ outcome: 'no-verifier' })
  expect(await counter.handOver('k-1')).toMatchObject({ ok: true })
})

test('a PIN that was checked is good for fifteen minutes, not for ever', async () => {
  const checked = await check(pin)
  if (checked.outcome !== 'verified') throw new Error(checked.outcome)
  counter.clock.pass(16)
  expect(await counter.handOver('k-1', { pin: { means: 'verified', pinToken: checked.pinToken } })).toMatchObject({
    refusal: { code: 'pin-required' },
  })
})

test('a supervisor at the desk sets the PIN aside; the clerk cannot do it for himself', async () => {
  const reason = 'PIN lupa, wajah cocok'
  const override = (username: string, word = password) =>
    counter.ask('override.on-the-spot', { cardId: 'k-1', username, password: word, reason })
  expect(await override('fauzi')).toMatchObject({ refusal: { code: 'not-supervisor' } })
  expect(await override('hendra', 'salah')).toMatchObject({ refusal: { code: 'wrong-password' } })
  const allowed = await override('hendra')
  if (!allowed.ok) throw new Error(allowed.refusal.code)
  const { overrideToken } = allowed.value
  const answer = await counter.get('handover.record', {
    ...handOverToOwner('k-1'),
    pin: { means: 'override', overrideToken },
  })
  const { receipt } = await counter.get('handover.get', { handoverId: answer.handoverId })
  expect(receipt.basis.pin).toBe('overridden')
})

test('"catat dan tinjau" hands over at once and is marked for review', async () => {
  const answer = await counter.get('handover.record', {
    ...handOverToOwner('k-1'),
    pin: { means: 'review-later', reason: 'pengawas tidak dapat dihubungi' },
  })
  const handover = await counter.deps.reading((db) => db.handovers.find(answer.handoverId))
  expect(handover?.row.flags).toEqual(['pin-overridden', 'review-later'])
})

test('four eyes by the supervisor’s own PIN of this desk, without a network', async () => {
  await counter.signIn('hendra')
  await counter.get('session.set-pin', { password, pin: '739284' })
  await counter.signIn('rini')
  counter.centre.reachable = false
  const asked = { cardId: 'k-1', username: 'hendra', reason: 'PIN lupa' }
  expect(await counter.ask('override.on-the-spot', { ...asked, pin: '560371' })).toMatchObject({
    refusal: { code: 'pin-wrong' },
  })
  expect(await counter.ask('override.on-the-spot', { ...asked, pin: '739284' })).toMatchObject({
    value: { supervisorName: 'Petugas hendra' },
  })
})
