import { z } from 'zod'

/** Engine to shell: which printers does the operating system know? */
export const listPrinters = z.strictObject({ type: z.literal('list-printers'), requestId: z.string().min(1) })

/** Shell to engine: the answer; empty where there is none. */
export const listPrintersResult = z.strictObject({
  type: z.literal('list-printers-result'),
  requestId: z.string().min(1),
  printers: z.array(
    z.strictObject({
      /** The name to print with. */
      name: z.string().min(1),
      /** The name to show. */
      displayName: z.string(),
    }),
  ),
})
export type ListPrintersResult = z.output<typeof listPrintersResult>
