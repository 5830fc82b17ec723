import { z } from 'zod'

/** Pieces that several calls share. Strict: the two sides are built together. */
export const instant = z.iso.datetime({ precision: 3 })
export const day = z.iso.date()
export const nik = z.string().regex(/^\d{16}$/)
/** Of a unit. */
export const scope = z.string().regex(/^[0-9A-Z-]{3,32}$/)
/** In hex. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
export const id = z.string().min(1).max(64)
export const cardKind = z.enum(['ktp-el', 'kia'])
export const cardState = z.enum([
  'print-queue',
  'printed',
  'sorted',
  'shipped',
  'ready',
  'with-team',
  'handed-over',
  'returned',
  'lost',
  'damaged',
])
export const issueReason = z.enum(['new', 'age-17', 'damaged', 'lost', 'data-change', 'moved-in'])
export const collectorKind = z.enum(['self', 'family', 'proxy', 'guardian', 'mobile-team'])
export const role = z.enum(['counter', 'kelurahan', 'mobile', 'supervisor', 'admin'])
export const place = z.strictObject({ rack: z.string(), box: z.string(), number: z.string() })

export const promise = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('excluded'), grounds: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('paused'), dueAt: instant }),
  /** `soon`: little office time is left. */
  z.strictObject({ kind: z.literal('running'), dueAt: instant, secondsLeft: z.number(), soon: z.boolean() }),
  z.strictObject({ kind: z.literal('on-time'), usedSeconds: z.number() }),
  z.strictObject({ kind: z.literal('late'), dueAt: instant, secondsLate: z.number() }),
])

export const handedOver = z.strictObject({
  handoverId: id,
  receiptNumber: z.string(),
  at: instant,
  collectorName: z.string(),
  collectorKind,
  staffName: z.string(),
  staffCode: z.string(),
  deviceCode: z.string(),
})

/** `neighbour`: another desk of the office told of it on the local network; the centre has not confirmed it here. */
export const cardCentre = z.enum(['recorded', 'waiting', 'neighbour', 'will-clash', 'case'])

/** A line of a list. NIK masked; `centre`: does the centre know the state shown, does it wait, will it clash. */
export const cardLine = z.strictObject({
  cardId: id,
  kind: cardKind,
  state: cardState,
  issueReason,
  ownerName: z.string(),
  ownerNikMasked: z.string(),
  kitirNumber: z.string(),
  place: place.nullable(),
  /** In a list: another card lies in the very same place. */
  sharesPlace: z.boolean().optional(),
  arrivedAt: instant.nullable(),
  ageDays: z.number().int().nullable(),
  promise,
  centre: cardCentre,
  handedOver: handedOver.nullable(),
  /** When its owner was told last that it waits. */
  remindedAt: instant.optional(),
  /** It lies there so long that its owner is to be told, or that it goes back to the Dinas. */
  waits: z.enum(['to-remind', 'to-return']).optional(),
  /** While a mobile team has it: who signed for it, and since when. */
  carriedBy: z.strictObject({ name: z.string(), since: instant }).optional(),
})
export type CardLine = z.output<typeof cardLine>

export const staffLine = z.strictObject({
  staffId: id,
  name: z.string(),
  code: z.string(),
  username: z.string(),
  roles: z.array(role),
  lastSignInAt: instant.nullable(),
  /** Days this person may still sign in without a network; null = must sign in online first. */
  offlineDaysLeft: z.number().int().nullable(),
})

/** PNG as base64 (no data: prefix). Searched for what does not belong there: three times faster than matching the whole drawing. */
export const png = z
  .string()
  .min(1)
  .max(3_000_000)
  .refine((text) => !/[^A-Za-z0-9+/=]|=[^=]/.test(text))

/** Who it is, by username and password. */
export const proof = z.strictObject({
  username: z.string().trim().min(1).max(64),
  password: z.string().min(1).max(256),
})
