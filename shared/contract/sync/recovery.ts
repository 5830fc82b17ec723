import { z } from 'zod'

/** Bytes as base64url without padding. */
const base64url = z.string().regex(/^[A-Za-z0-9_-]*$/)

/** POST /v1/recovery, without a token: who asks has a code that an administrator read out, and no key. `codeHash`: see `codeHashText`. */
export const recoveryAsked = z.looseObject({ codeHash: z.string().regex(/^[0-9a-f]{64}$/) })

/**
 * The database keys of the device that the code was made for, the newest first, each sealed with the code: AES-256-GCM under HKDF-SHA256(code, salt, `recoveryPurpose`), 12 bytes of nonce, content,
 * 16 bytes of tag. Which of them opens a file the file shows.
 */
export const recoveryAnswer = z.looseObject({
  deviceName: z.string(),
  salt: base64url,
  sealedKeys: z.array(base64url).max(20),
})

export const recoveryEndpoint = '/v1/recovery'

/** Bound into the key that the code makes. */
export const recoveryPurpose = 'loket-recovery'

/** Signs that are not mistaken for each other when read out; 20 of them are some 96 bits. */
export const recoverySigns = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'
export const recoveryLength = 20

/** A code as it is compared: typed from paper or told on the telephone. */
export const plainCode = (code: string): string => code.toUpperCase().replace(/[\s-]/g, '')

/** SHA-256 (hex) of this is how a code is found at the centre, which does not keep the code. */
export const codeHashText = (code: string): string => `loket-recovery-code:${plainCode(code)}`
