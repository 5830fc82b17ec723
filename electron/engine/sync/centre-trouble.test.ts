import { expect, test } from 'vitest'
import { type Expired, troubleOf } from './centre-trouble.ts'

const thrown = (code: string) => Object.assign(new Error(code), { code })

test.each<[string, string, Expired, boolean, string, string]>([
  ['nobody there', 'ECONNREFUSED', null, false, 'offline', 'unreachable'],
  ['a connection closed before an answer', 'ECONNRESET', null, false, 'no-answer', 'nothing'],
  ['silence until the deadline', 'ERR_CANCELED', 'stall', false, 'no-answer', 'nothing'],
  ['a connection closed in the middle of an answer', 'ECONNRESET', null, true, 'answer-cut', 'cut'],
  ['an answer that stands still', 'ERR_CANCELED', 'stall', true, 'answer-cut', 'stalled'],
  [
    'a certificate nobody vouches for',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    null,
    false,
    'certificate-untrusted',
    'certificate',
  ],
  ['a certificate that is over', 'CERT_HAS_EXPIRED', null, false, 'certificate-untrusted', 'certificate'],
  ['the switch', 'ERR_CANCELED', 'switched-off', true, 'offline', 'switched-off'],
])('%s has a word of its own', (_, cause, expired, answered, code, reason) =>
  expect(troubleOf(thrown(cause), expired, answered).fault).toEqual({ code, details: { reason, status: 0 } }),
)
