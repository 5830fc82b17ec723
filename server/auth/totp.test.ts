import { expect, test } from 'vitest'
import { base32, codeOf, otpauthUri, stepAt, stepOf } from './totp.ts'

const secret = Buffer.from('12345678901234567890')

// RFC 6238, appendix B, SHA-1.
test.each([
  [59, '94287082'],
  [1_111_111_109, '07081804'],
  [1_111_111_111, '14050471'],
  [1_234_567_890, '89005924'],
  [2_000_000_000, '69279037'],
  [20_000_000_000, '65353130'],
])('at %i seconds the code is %s', (seconds, code) => {
  expect(codeOf(secret, stepAt(new Date(seconds * 1000)), 8)).toBe(code)
})

test('the step before and the one after count, no other, and none that was used', () => {
  const at = new Date('2026-11-24T02:00:10Z')
  const now = stepAt(at)
  const counts = (step: number, after = 0) => stepOf(secret, codeOf(secret, step), { at, after })
  expect([now - 2, now - 1, now, now + 1, now + 2].map((step) => counts(step))).toEqual([
    null,
    now - 1,
    now,
    now + 1,
    null,
  ])
  expect(counts(now, now)).toBeNull()
})

test('a secret is told as an authenticator reads it', () => {
  expect(base32(Buffer.from('foobar'))).toBe('MZXW6YTBOI')
  expect(otpauthUri(secret, 'dewi')).toContain(
    'otpauth://totp/Loket:dewi?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Loket',
  )
})
