import { createHash, createHmac, randomBytes, randomInt } from 'node:crypto'
import type { Secrets } from '../usecases/ports.ts'

/** Without what is easily mistaken for something else. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'
const letters = (count: number) => Array.from({ length: count }, () => alphabet[randomInt(alphabet.length)]).join('')

export const secrets: Secrets = {
  token: () => randomBytes(32).toString('base64url'),
  firstPassword: () => Array.from({ length: 3 }, () => letters(4)).join('-'),
  digits: (count) => Array.from({ length: count }, () => randomInt(10)).join(''),
  hash: (text) => createHash('sha256').update(text).digest('hex'),
  keyedDigits: (secret, text, count) => {
    const mac = createHmac('sha256', secret).update(text).digest()
    return String(mac.readBigUInt64BE() % 10n ** BigInt(count)).padStart(count, '0')
  },
}
