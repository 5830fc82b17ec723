import { z } from 'zod'
import { blankEntryRow, movementRow } from './acts.ts'
import { cityCard } from './query-parts.ts'
import { caseRow, handoverRow } from './rows.ts'
import { cardState, id, instant, longId } from './values.ts'

/** GET /v1/query/case/{id}: what is in the file. `pending`: the centre does not have all of this evidence yet. */
const pieces = z.looseObject({ ktpEl: z.number().int(), kia: z.number().int() })
const doneBy = { at: instant, staffName: z.string(), staffCode: z.string(), deviceCode: z.string() }
const evidence = z.looseObject({ sha256: z.string(), state: z.enum(['whole', 'pending']) })
export const caseAnswer = z.looseObject({
  case: caseRow,
  unitName: z.string(),
  card: cityCard.nullable(),
  handovers: z.array(
    z.looseObject({
      handoverId: id,
      standing: handoverRow.shape.standing,
      flags: handoverRow.shape.flags,
      receiptNumber: z.string(),
      at: instant,
      acceptedAt: instant.nullable(),
      correctedAt: instant.nullable().default(null),
      staffName: z.string(),
      staffCode: z.string(),
      deviceCode: z.string(),
      collectorName: z.string(),
      collectorKind: handoverRow.shape.collector.shape.kind,
      collectorNikMasked: z.string().nullable(),
      relation: z.string(),
      pin: handoverRow.shape.pin,
      identitySeen: z.boolean(),
      offline: z.boolean(),
      signature: evidence,
      photo: evidence.nullable(),
      override: z
        .looseObject({
          means: z.enum(['on-the-spot', 'challenge', 'review-later']),
          reason: z.string(),
          supervisorName: z.string().nullable(),
        })
        .nullable(),
      /** Why the identity was not seen; null when it was. */
      identityNotSeen: z.string().nullable(),
    }),
  ),
  /** Lines of the ledger that a person must look at. */
  movements: z.array(
    z.looseObject({
      movementId: longId,
      kind: movementRow.shape.kind,
      from: cardState.nullable(),
      to: cardState.nullable(),
      at: instant,
      staffName: z.string(),
      staffCode: z.string(),
      deviceCode: z.string(),
      number: z.string().nullable(),
      reason: z.string().nullable(),
      flags: movementRow.shape.flags,
    }),
  ),
  /** Every berita acara about its old cards; `stands`: the one that the drawer goes by. */
  oldCards: z.array(
    z.looseObject({
      ...doneBy,
      actId: id,
      oldCardId: id,
      stands: z.boolean(),
      kind: z.enum(['destroyed', 'returned']),
      number: z.string(),
      receiptNumber: z.string(),
      place: z.string(),
      method: z.string().nullable(),
      witnesses: z.array(z.string()),
      receiver: z.string().nullable(),
    }),
  ),
  /** Lines of the book of blanks that somebody wrote who might not. */
  blanks: z.array(
    z.looseObject({
      ...doneBy,
      entryId: id,
      kind: blankEntryRow.shape.kind,
      cardKind: z.enum(['ktp-el', 'kia']),
      quantity: z.number().int(),
      number: z.string().nullable(),
      reason: z.string().nullable(),
    }),
  ),
  /** Counts of a drawer that did not agree. */
  counts: z.array(
    z.looseObject({
      deviceCode: z.string(),
      /** Of the berita acara; null: a count at the opening. */
      number: z.string().nullable(),
      at: instant,
      staffName: z.string(),
      takingName: z.string().nullable(),
      expected: pieces,
      counted: pieces,
      differences: z.array(
        z.looseObject({
          rack: z.string(),
          box: z.string(),
          cardKind: z.enum(['ktp-el', 'kia']),
          expected: z.number().int(),
          counted: z.number().int(),
          explanation: z.string(),
          labelCode: z.string().optional(),
          against: z.literal('sum').optional(),
        }),
      ),
      explanation: z.string().nullable(),
    }),
  ),
})
