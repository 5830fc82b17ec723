import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { Mistake } from '../mistake.ts'

/** Keeps secrets of authenticators so that the database alone does not give them away: the key comes from the environment. */
export interface FactorVault {
  /** `whose` is bound to it: sealed for one account it opens for no other. */
  seal(secret: Uint8Array, whose: string): string
  /** null: not sealed by this key, or for somebody else. */
  open(sealed: string, whose: string): Uint8Array | null
  /** Keyed hash of a recovery code. */
  mark(code: string, whose: string): string
}

const ivBytes = 12
const tagBytes = 16

/** `key`: 32 bytes as base64 or hex. Throws a Mistake where it is none. */
export function factorVault(key: string): FactorVault {
  const bytes = Buffer.from(key, /^[0-9a-f]{64}$/i.test(key) ? 'hex' : 'base64')
  if (bytes.length !== 32) throw new Mistake('LOKET_FACTOR_KEY is not 32 bytes as base64 or hex.', { exitCode: 2 })
  const keyFor = (what: string) => Buffer.from(hkdfSync('sha256', bytes, '', `loket-${what}`, 32))
  const [sealing, marking] = [keyFor('second-factor'), keyFor('recovery-code')]
  return {
    seal(secret, whose) {
      const iv = randomBytes(ivBytes)
      const cipher = createCipheriv('aes-256-gcm', sealing, iv).setAAD(Buffer.from(whose))
      const sealed = Buffer.concat([cipher.update(secret), cipher.final()])
      return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')
    },
    open(sealed, whose) {
      const all = Buffer.from(sealed, 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', sealing, all.subarray(0, ivBytes), { authTagLength: tagBytes })
      decipher.setAAD(Buffer.from(whose)).setAuthTag(all.subarray(ivBytes, ivBytes + tagBytes))
      try {
        return Buffer.concat([decipher.update(all.subarray(ivBytes + tagBytes)), decipher.final()])
      } catch {
        // Another key, or another account's.
        return null
      }
    },
    mark: (code, whose) => createHmac('sha256', marking).update(`${whose}:${code}`).digest('base64url'),
  }
}
