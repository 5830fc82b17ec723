import { z } from 'zod'

/** Name of the key file inside the data folder. */
export const keyFileName = 'keys.json'

/** What `check` is the HMAC-SHA256 of, under the key: it tells a wrong key from a damaged database. */
export const keyCheckText = 'loket key check'

/**
 * The wrapped database key as it lies on disk (UTF-8 JSON). `key` is base64 of what the operating system's key store sealed
 * (`safe-storage`) or of the 32 bytes themselves (`insecure`, demo and tests only).
 */
export const keyFile = z.strictObject({
  v: z.literal(1),
  wrapping: z.enum(['safe-storage', 'insecure']),
  key: z.base64().min(1),
  check: z.base64().length(44),
  /** A key that is being given to the database, wrapped the same way: until that is done one of the two opens it. */
  next: z.strictObject({ key: z.base64().min(1), check: z.base64().length(44) }).optional(),
})
export type KeyFile = z.output<typeof keyFile>
