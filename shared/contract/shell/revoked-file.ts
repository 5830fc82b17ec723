import { z } from 'zod'

/**
 * Beside the database of a device that was revoked, once the centre has its last work: from then on key and data may go, and whoever starts finds it before
 * anything else. It stays when all is gone, so that the window can say why. Nothing in it is about a person.
 */
export const revokedFileName = 'revoked.json'

export const revokedFile = z.strictObject({
  v: z.literal(1),
  /** `erasing`: something may still be there. */
  state: z.enum(['erasing', 'erased']),
  deviceName: z.string(),
  revokedAt: z.string(),
  /** What the centre confirmed to have. */
  receipt: z.strictObject({ sha256: z.string(), size: z.number(), at: z.string(), signature: z.string() }),
})
export type RevokedFile = z.output<typeof revokedFile>
