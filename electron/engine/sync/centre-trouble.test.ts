import { expect, test } from 'vitest'
import { type Expired, troubleOf } from './centre-trouble.ts'

const thrown = (code: string) => Object.assign(new Error(code), { code })

test.each<[string, string, Expired, boolean, string, string]>([
  ['nothing listening at the centre', 'ECONNREFUSED', null, false, 'centre-down', 'unreachable'],
  ['no way out of the office', 'ENETUNREACH', null, false, 'internet-down', 'unreachable'],
  ['no connection in time', 'ETIMEDOUT', null, false, 'internet-down', 'unreachable'],
  ['a name server that is silent', 'EAI_AGAIN', null, false, 'internet-down', 'unreachable'],
  ['a name that nobody knows', 'ENOTFOUND', null, false, 'name-unknown', 'unreachable'],
  ['no TLS where there should be', 'ERR_SSL_WRONG_VERSION_NUMBER', null, false, 'certificate-untrusted', 'certificate'],
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
