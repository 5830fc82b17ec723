import { z } from 'zod'

/** Engine to shell: ask the person where to keep this file, and write it there. */
export const saveFile = z.strictObject({
  type: z.literal('save-file'),
  requestId: z.string().min(1),
  /** Proposed file name without a folder. */
  name: z
    .string()
    .min(1)
    .max(200)
    .regex(/^[^/\\:*?"<>|\p{Cc}]+$/u),
  base64: z.base64().min(1),
})
export type SaveFile = z.output<typeof saveFile>

/** Shell to engine: where it ended. `path` only with `saved`. */
export const saveFileResult = z.strictObject({
  type: z.literal('save-file-result'),
  requestId: z.string().min(1),
  outcome: z.enum(['saved', 'cancelled', 'failed']),
  path: z.string().optional(),
})
export type SaveFileResult = z.output<typeof saveFileResult>
