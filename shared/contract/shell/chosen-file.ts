import { z } from 'zod'

/** What keeps a file from being written or read: no room, may not be written, is not there any more (the stick was pulled out). */
export const fileTrouble = z.enum(['disk-full', 'read-only', 'gone', 'failed'])
export type FileTrouble = z.output<typeof fileTrouble>

/** Engine to shell: let the person choose where to write a file of this name (under another name until it is whole), or which to read. One at a time. */
export const chooseFile = z.strictObject({
  type: z.literal('choose-file'),
  requestId: z.string().min(1),
  /** Proposed file name without a folder; null: to read one. */
  toSave: z
    .string()
    .min(1)
    .max(200)
    .regex(/^[^/\\:*?"<>|\p{Cc}]+$/u)
    .nullable(),
})
export type ChooseFile = z.output<typeof chooseFile>

/** Shell to engine. The file is known by a number: where it lies stays in the shell. */
export const chooseFileResult = z.strictObject({
  type: z.literal('choose-file-result'),
  requestId: z.string().min(1),
  outcome: z.union([z.enum(['chosen', 'cancelled']), fileTrouble]),
  file: z.number().int(),
  /** Bytes of a file to read. */
  size: z.number().int().nonnegative(),
})
export type ChooseFileResult = z.output<typeof chooseFileResult>

const most = 1_048_576

/** Engine to shell: the next piece. `keep`: it is whole, give it its name once it is on the disk. `drop`: leave nothing behind. */
export const useFile = z.strictObject({
  type: z.literal('use-file'),
  requestId: z.string().min(1),
  file: z.number().int(),
  act: z.discriminatedUnion('do', [
    z.strictObject({ do: z.literal('write'), base64: z.base64().max(2 * most) }),
    z.strictObject({
      do: z.literal('read'),
      from: z.number().int().nonnegative(),
      length: z.number().int().positive().max(most),
    }),
    z.strictObject({ do: z.literal('keep') }),
    z.strictObject({ do: z.literal('drop') }),
  ]),
})
export type UseFile = z.output<typeof useFile>

/** Shell to engine. `base64`: what was read. */
export const useFileResult = z.strictObject({
  type: z.literal('use-file-result'),
  requestId: z.string().min(1),
  outcome: z.union([z.literal('done'), fileTrouble]),
  base64: z.base64(),
})
export type UseFileResult = z.output<typeof useFileResult>
