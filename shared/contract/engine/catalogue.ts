import { z } from 'zod'
import { serviceSchema } from '../sync/catalogue.ts'
import { exclusionGround } from '../sync/incidents.ts'
import { query } from './call.ts'

const standard = z.strictObject({
  promisedWorkingDays: z.number().int().nullable(),
  excludedBy: exclusionGround.nullable(),
  fulfilledBy: z.enum(['ready-for-collection', 'document-ready']),
  formalWorkingDays: z.number().int().nullable(),
  /** What puts one application outside of the promise. */
  grounds: z.array(exclusionGround),
})

const serviceLine = z.strictObject({
  code: z.string(),
  name: z.string(),
  about: z.string(),
  standard,
})
export type ServiceLine = z.output<typeof serviceLine>

/** The services that these words mean in the citizen's language, the likeliest first; no words: all of them. Works without the centre. */
export const searchServices = query({
  name: 'catalogue.search',
  input: z.strictObject({ words: z.string().max(200), limit: z.number().int().min(1).max(200) }),
  output: z.strictObject({ version: z.number().int(), total: z.number().int(), rows: z.array(serviceLine) }),
})

/** One service with all that it asks for, as the pack has it. Fault: service-unknown. */
export const getService = query({
  name: 'catalogue.get',
  input: z.strictObject({ code: z.string().min(1).max(40) }),
  output: z.strictObject({
    version: z.number().int(),
    service: serviceSchema,
    standard,
    /** What a family usually files with it, by name. */
    together: z.array(z.strictObject({ code: z.string(), name: z.string(), words: z.string() })),
  }),
})
