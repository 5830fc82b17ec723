import { z } from 'zod'

/** Engine to shell: make another key for the database, and keep it beside the one in use. */
export const makeKey = z.strictObject({ type: z.literal('make-key'), requestId: z.string().min(1) })

/** Shell to engine: base64 of 32 random bytes; null: it could not be kept. */
export const makeKeyResult = z.strictObject({
  type: z.literal('make-key-result'),
  requestId: z.string().min(1),
  key: z.base64().length(44).nullable(),
})

/** Engine to shell: the database opens with this key; keep it, wrapped, and no other. */
export const keepKey = z.strictObject({
  type: z.literal('keep-key'),
  requestId: z.string().min(1),
  key: z.base64().length(44),
})

export const keepKeyResult = z.strictObject({
  type: z.literal('keep-key-result'),
  requestId: z.string().min(1),
  kept: z.boolean(),
})
