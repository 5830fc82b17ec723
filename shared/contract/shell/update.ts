import { z } from 'zod'
import { releaseVersion, updateFileName } from '../update/manifest.ts'

/** Engine to shell: this file in the folder `updates` of the data folder is to be installed when the program ends; null: none. */
export const updateReady = z.strictObject({
  type: z.literal('update-ready'),
  file: z
    .strictObject({
      name: updateFileName,
      size: z.number().int().positive(),
      /** Hex, as signed; the shell looks once more before it installs. */
      sha512: z.string().regex(/^[0-9a-f]{128}$/),
      version: releaseVersion,
    })
    .nullable(),
})
export type UpdateReady = z.output<typeof updateReady>

/** Engine to shell: end, install what lies ready, and open again. */
export const installNow = z.strictObject({ type: z.literal('install-now') })
