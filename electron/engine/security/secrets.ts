import { createHash, createHmac, randomBytes } from 'node:crypto'
import type { Secrets } from '../usecases/ports.ts'

export const secrets: Secrets = {
  token: () => randomBytes(32).toString('base64url'),
  hash: (text) => createHash('sha256').update(text).digest('hex'),
  keyedDigits: (secret, text, count) => {
    const mac = createHmac('sha256', secret).update(text).digest()
    return String(mac.readBigUInt64BE() % 10n ** BigInt(count)).padStart(count, '0')
  },
}
