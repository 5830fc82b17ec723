import { z } from 'zod'
import { cardState, id, instant, scope } from './values.ts'

/** What several online questions of the Dinas have in common. */

export const count = z.number().int().nonnegative()
/** No text of a query is more than a name: letters, digits and what stands between them in ids. */
export const name = z.string().regex(/^[\w.:@-]{1,130}$/)
export const csv = <S extends z.ZodType<string, string>>(one: S) =>
  z
    .string()
    // The scopes of 300 units.
    .max(4000)
    .transform((text) => text.split(','))
    .pipe(z.array(one).min(1))
export const paging = {
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(100),
}

/** A card as the Dinas sees it. */
export const cityCard = z.looseObject({
  cardId: id,
  scope,
  kind: z.enum(['ktp-el', 'kia']),
  state: cardState,
  /** Counted as missing from its parcel. */
  missing: z.boolean().optional(),
  ownerName: z.string(),
  ownerNikMasked: z.string(),
  kitirNumber: z.string(),
  labelCode: z.string(),
  arrivedAt: instant.nullable(),
  dueAt: instant.nullable(),
  caseId: id.nullable(),
})
