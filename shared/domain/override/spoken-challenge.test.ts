import fc from 'fast-check'
import { expect, test } from 'vitest'
import { challengeBody, readChallenge } from './spoken-challenge.ts'

test('the digits name the desk and the minute of issue', () => {
  const body = challengeBody('02', '2026-11-24T02:14:31.000Z', 107)
  expect(body).toMatch(/^02\d\d07$/)
  expect(readChallenge(`${body}00`, '2026-11-24T02:17:00.000Z')).toEqual({
    deskCode: '02',
    minute: Date.parse('2026-11-24T02:14:00.000Z') / 60_000,
    issuedAt: '2026-11-24T02:14:00.000Z',
    validUntil: '2026-11-24T02:24:00.000Z',
  })
})

test('read by a clock up to two minutes slow, and up to an hour and a half later, they still name their minute', () =>
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2026-01-01'), max: new Date('2036-01-01'), noInvalidDate: true }),
      fc.integer({ min: -2, max: 90 }),
      (date, minutesLater) => {
        const issued = date.toISOString()
        const read = new Date(date.getTime() + minutesLater * 60_000).toISOString()
        const { minute } = readChallenge(`${challengeBody('31', issued, 0)}00`, read)
        expect(minute).toBe(Math.floor(date.getTime() / 60_000))
      },
    ),
  ))

test('the same digits a hundred minutes later are another challenge', () => {
  const challenge = `${challengeBody('02', '2026-11-24T02:14:31.000Z', 7)}00`
  const first = readChallenge(challenge, '2026-11-24T02:15:00.000Z')
  const again = readChallenge(challenge, '2026-11-24T03:55:00.000Z')
  expect(again.minute).toBe(first.minute + 100)
})
