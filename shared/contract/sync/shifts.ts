import { z } from 'zod'
import { acts, id, instant, scope, sha256 } from './values.ts'

/** Shifts on the wire: the drawer taken over and given up. Loose, like everything that travels. */

const doneBy = {
  at: instant,
  staffId: id,
  staffName: z.string(),
  staffCode: z.string(),
  deviceCode: z.string(),
}
const count = z.number().int().min(0)
const pieces = z.looseObject({ ktpEl: count, kia: count })

/** Payload of `shift.open`, version 1. */
export const shiftOpened = z.looseObject({
  shiftId: id,
  ...doneBy,
  counted: pieces,
  expected: z.looseObject({ ktpEl: z.number().int(), kia: z.number().int() }),
  explanation: z.string().nullable(),
  signature: sha256,
  offline: z.boolean(),
})

const figures = z.looseObject({
  handOvers: z.array(
    z.looseObject({
      collector: z.enum(['self', 'family', 'proxy', 'guardian', 'mobile-team']),
      ktpEl: count,
      kia: count,
    }),
  ),
  oldCards: z.looseObject({ held: count, withdrawn: count, destroyed: count, returned: count }),
  promise: z.looseObject({ onTime: count, late: count, running: count }),
  complaints: z.looseObject({ taken: count, answered: count, open: count }),
  payments: z.looseObject({ count, amount: count }),
})

/** Payload of `shift.close`, version 1. */
export const shiftClosed = z.looseObject({
  closeId: id,
  shiftId: id,
  ...doneBy,
  openedAt: instant,
  number: z.string().min(1),
  stock: z.array(
    z.looseObject({
      line: z.enum([
        'opening',
        'received',
        'undone',
        'found',
        'brought-back',
        'handed-over',
        'returned',
        'lost',
        'carried-out',
        'expected',
        'counted',
      ]),
      ktpEl: z.number().int(),
      kia: z.number().int(),
    }),
  ),
  differences: z.array(
    z.looseObject({
      rack: z.string(),
      box: z.string(),
      cardKind: z.enum(['ktp-el', 'kia']),
      expected: z.number().int(),
      counted: count,
      missingCardIds: z.array(id),
      explanation: z.string(),
      labelCode: z.string().optional(),
      cardId: id.optional(),
      against: z.literal('sum').optional(),
    }),
  ),
  figures: figures.optional(),
  signature: sha256,
  taking: z.looseObject({ staffId: id, staffName: z.string(), staffCode: z.string(), signature: sha256 }).nullable(),
  offline: z.boolean(),
})

export const shiftRow = z.looseObject({
  id,
  scope,
  deviceCode: z.string(),
  state: z.enum(['open', 'closed']),
  openedAt: instant,
  opened: shiftOpened.nullable(),
  closings: z.array(shiftClosed),
  acts,
})
