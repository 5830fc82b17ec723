import { z } from 'zod'
import { command, query } from './call.ts'
import { id, instant, sha256 } from './values.ts'

const which = { applicationId: id, sha256 }

/**
 * A finished document of an application, its first pages as pictures (JPEG), and what is known of its signature. Fetched from the centre where it is not here, and
 * kept encrypted. Faults: application-unknown, document-unknown (not of this application), result-not-at-centre, document-damaged, those of network and centre.
 */
export const openResult = query({
  name: 'result.open',
  input: z.strictObject(which),
  output: z.strictObject({
    title: z.string(),
    pages: z.array(z.string()),
    signature: z.strictObject({
      state: z.enum(['none', 'trusted', 'unknown-signer', 'added-to', 'changed']),
      signer: z.string().nullable(),
      at: instant.nullable(),
    }),
  }),
})
export type ResultShown = z.output<typeof openResult.output>

/** On an A4 printer of the operating system, for who cannot print at home. Faults: as result.open, printer-unreachable, printer-stalled. */
export const printResult = command({
  name: 'result.print',
  input: z.strictObject({ ...which, printerName: z.string().min(1).max(256) }),
  output: z.strictObject({ pageCount: z.number().int() }),
})

/** The file itself, with its signature, where the person says. Faults: as result.open, file-not-saved. */
export const saveResult = command({
  name: 'result.save',
  input: z.strictObject(which),
  output: z.strictObject({ saved: z.boolean(), fileName: z.string() }),
})
