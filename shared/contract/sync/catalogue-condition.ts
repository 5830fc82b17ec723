import { z } from 'zod'
import type { Condition } from '../../domain/catalogue/condition.ts'

const words = z.array(z.string().min(1)).min(1)
const years = z.number().int().positive()

/** Closed: a pack with a form that this program does not know is not taken, for what it asks could not be asked. */
export const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(condition).min(1) }),
    z.strictObject({ any: z.array(condition).min(1) }),
    z.strictObject({ not: condition }),
    z.strictObject({ answer: z.string(), is: words }),
    z.strictObject({ applicant: words }),
    z.strictObject({ person: z.string(), atLeast: years }),
    z.strictObject({ person: z.string(), under: years }),
    z.strictObject({ person: z.string(), married: z.boolean() }),
    z.strictObject({ since: z.string(), atLeast: z.number().int().positive(), unit: z.enum(['days', 'months']) }),
  ]),
)
