import { z } from 'zod'

/** Shell to engine: here is one screen's `MessagePort`, transferred with the message. Earlier ports stay served until they close. */
export const port = z.strictObject({ type: z.literal('port') })

/** Shell to engine: finish the running transaction, close the database, and exit with code 0 within two seconds. */
export const stop = z.strictObject({ type: z.literal('stop') })

/** Engine to shell: the database is open, ports are served. */
export const ready = z.strictObject({ type: z.literal('ready') })

/** Why there is no working engine. The screen finds the words by this code, in `renderer/i18n`. */
export const fatalCode = z.enum([
  'key-store-missing',
  'key-unprotected',
  'key-file-damaged',
  'key-file-unreadable',
  'key-missing',
  'key-wrong',
  'database-damaged',
  'database-newer',
  'database-locked',
  'update-failed',
  'no-room',
  'engine-crashing',
  'revoked',
  'unknown',
])
export type FatalCode = z.output<typeof fatalCode>
