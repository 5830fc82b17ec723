import { z } from 'zod'
import { acts, id, instant, nik, scope } from './values.ts'

const witness = z.looseObject({ name: z.string().min(1).max(200), position: z.string() })

const closing = {
  actId: id,
  at: instant,
  staffId: id,
  staffName: z.string(),
  staffCode: z.string(),
  deviceCode: z.string(),
  number: z.string().min(1).max(64),
  place: z.string(),
  method: z.string().nullable(),
  witnesses: z.tuple([witness, witness]),
  receiver: witness.nullable(),
}

/** Payload of `old-card.move`, version 1. */
export const oldCardsMoved = z.looseObject({
  ...closing,
  kind: z.enum(['destroyed', 'returned']),
  cards: z.array(z.looseObject({ oldCardId: id, cardId: id })).min(1),
  offline: z.boolean(),
})

export const oldCardRow = z.looseObject({
  id,
  scope,
  cardId: id,
  cardKind: z.enum(['ktp-el', 'kia']).nullable(),
  ownerName: z.string().nullable(),
  ownerNik: nik.nullable(),
  receiptNumber: z.string(),
  drawer: z.string().nullable(),
  withdrawnAt: instant,
  state: z.enum(['held', 'destroyed', 'returned', 'given-back']),
  closing: z.looseObject(closing).nullable(),
  otherClosings: z.array(z.looseObject({ ...closing, kind: z.enum(['destroyed', 'returned']) })).optional(),
  acts,
})
