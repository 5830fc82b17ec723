import { createHash, createHmac, randomBytes, randomInt } from 'node:crypto'
import type { Secrets } from '../usecases/ports.ts'

export const secrets: Secrets = {
  token: () => randomBytes(32).toString('base64url'),
  hash: (text) => createHash('sha256').update(text).digest('hex'),
  digits: (count) => Array.from({ length: count }, () => randomInt(10)).join(''),
  spokenAnswer: (secret, challenge, supervisorId) => {
    const mac = createHmac('sha256', secret).update(`${challenge}|${supervisorId}`).digest()
    return String(mac.readBigUInt64BE() % 100_000_000n).padStart(8, '0')
  },
}
