import { afterEach, beforeEach, expect, test } from 'vitest'
import { Counter, handOverToOwner, password, pinVerifier } from '../../testing/counter.ts'
import { aCard } from '../../testing/rows.ts'

let counter: Counter
beforeEach(async () => {
  counter = await Counter.with({ cards: [aCard('k-1', { pinVerifier }), aCard('k-2', { pinVerifier })] })
  await counter.write((tx) => tx.settings.saveOverrideSecret('geheim'))
  await counter.signIn()
})
afterEach(() => counter.close())

const start = (cardId = 'k-1') => counter.get('override.challenge', { cardId, reason: 'PIN lupa' })
const answer = (challengeId: string, digits: string, supervisorId = 'hendra') =>
  counter.ask('override.answer', { challengeId, supervisorId, answer: digits })

/** What a person does at a Loket of the same office while the clerk keeps the line. */
async function as<T>(username: string, act: () => Promise<T>): Promise<T> {
  const clerk = counter.session
  await counter.signIn(username)
  const done = await act()
  counter.session = clerk
  return done
}
const read = (challenge: string) => as('hendra', () => counter.ask('override.read', { challenge }))
const respond = (challenge: string, word = password) =>
  as('hendra', () => counter.ask('override.respond', { challenge, password: word }))

async function spoken(challenge: string): Promise<string> {
  const responded = await respond(challenge)
  if (!responded.ok) throw new Error(responded.refusal.code)
  return responded.value.answer
}

const setClockOffset = (ms: number) =>
  counter.store.inTransaction((trx) =>
    trx
      .insertInto('sync_state')
      .values({ name: 'clock-offset-ms', value: String(ms) })
      .execute(),
  )

test('the supervisor sees which desk asks and until when, and the answer opens the hand-over', async () => {
  const { challengeId, challenge, validUntil } = await start()
  expect(await read(challenge)).toEqual({
    ok: true,
    value: { deskCode: '02', unitName: 'Kelurahan Ketabang', issuedAt: '2026-11-24T02:00:00.000Z', validUntil },
  })
  const entries = await counter.store.read.selectFrom('audit_entry').select('entry').execute()
  expect(entries.filter(({ entry }) => entry.includes('"override-asked"'))).toHaveLength(1)
  const opened = await answer(challengeId, await spoken(challenge))
  if (!opened.ok) throw new Error(opened.refusal.code)
  const pin = { means: 'override' as const, overrideToken: opened.value.overrideToken }
  expect(await counter.ask('handover.record', { ...handOverToOwner('k-1'), pin })).toMatchObject({ ok: true })
})

test('five tries and one use: a wrong answer is counted, the right one works once', async () => {
  const { challengeId, challenge } = await start()
  expect(await answer(challengeId, '00000000')).toMatchObject({ refusal: { details: { triesLeft: 4 } } })
  const right = await spoken(challenge)
  expect(await answer(challengeId, right)).toMatchObject({ ok: true, value: { supervisorName: 'Petugas hendra' } })
  expect(await answer(challengeId, right)).toMatchObject({ refusal: { code: 'override-answer-wrong' } })
})

test('digits that were misheard, or come from another office, are told from those that are too old', async () => {
  const { challenge } = await start()
  const misheard = challenge.slice(0, 7) + String((Number(challenge[7]) + 1) % 10)
  const wrong = { ok: false, refusal: { code: 'override-challenge-wrong' } }
  expect(await read(misheard)).toMatchObject(wrong)
  expect(await respond(misheard)).toMatchObject(wrong)
  await counter.write((tx) => tx.settings.saveOverrideSecret('of another office'))
  expect(await read(challenge)).toMatchObject(wrong)
})

test('after ten minutes nobody answers any more, and an answer of before opens nothing', async () => {
  const { challengeId, challenge } = await start()
  const right = await spoken(challenge)
  counter.clock.pass(10)
  const expired = { ok: false, refusal: { code: 'override-challenge-expired' } }
  expect(await read(challenge)).toMatchObject(expired)
  expect(await respond(challenge)).toMatchObject(expired)
  expect(await answer(challengeId, right)).toMatchObject({ refusal: { code: 'override-answer-wrong' } })
})

test('two codes of one minute are not the same, and neither is answered by the answer of the other', async () => {
  const [first, second] = [await start('k-1'), await start('k-2')]
  expect(second.challenge).not.toBe(first.challenge)
  expect(await answer(second.challengeId, await spoken(first.challenge))).toMatchObject({
    refusal: { code: 'override-answer-wrong' },
  })
})

test('a computer whose clock is an hour off is read right where the centre has told it so', async () => {
  const { challenge } = await start()
  counter.clock.pass(60)
  await setClockOffset(-60 * 60_000)
  expect(await read(challenge)).toMatchObject({
    ok: true,
    value: { issuedAt: '2026-11-24T03:00:00.000Z', validUntil: '2026-11-24T03:10:00.000Z' },
  })
})

test('only a supervisor answers, with the own password, and nobody answers himself', async () => {
  const { challengeId, challenge } = await start()
  expect(await counter.ask('override.read', { challenge })).toMatchObject({ refusal: { code: 'not-permitted' } })
  expect(await respond(challenge, 'salah')).toMatchObject({ refusal: { code: 'wrong-password' } })
  expect(await answer(challengeId, await spoken(challenge), 'rini')).toMatchObject({
    refusal: { code: 'override-same-person' },
  })
  expect(await counter.get('override.supervisors', {})).toEqual([{ staffId: 'hendra', name: 'Petugas hendra' }])
  expect(await as('hendra', () => counter.get('override.supervisors', {}))).toEqual([])
})
