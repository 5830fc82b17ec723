import { z } from 'zod'
import { command, query } from './call.ts'
import { cardKind, cardState, collectorKind, id, instant, png } from './values.ts'

const count = z.number().int().min(0).max(100_000)
const pieces = z.strictObject({ ktpEl: z.number().int(), kia: z.number().int() })

/** Lines of the sum: masuk less keluar, retur and hilang is what should lie there. */
export const stockLine = z.enum([
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
])

/** Hari ini: the shift at this desk, the sum of the drawer, and what was done today at this unit as known here. */
export const shiftToday = query({
  name: 'shift.today',
  input: z.strictObject({}),
  output: z.strictObject({
    /** Open at this desk now. */
    shift: z.strictObject({ shiftId: id, openedAt: instant, staffId: id.nullable(), staffName: z.string() }).nullable(),
    /** Closed last at this desk. */
    last: z
      .strictObject({
        shiftId: id,
        closedAt: instant,
        number: z.string(),
        staffName: z.string(),
        takingName: z.string().nullable(),
        expected: pieces,
        counted: pieces,
      })
      .nullable(),
    /** The sum since the shift was opened; empty where none is. */
    stock: z.array(z.strictObject({ line: stockLine, ktpEl: z.number().int(), kia: z.number().int() })),
    /** What lies in the drawer by the ledger. */
    drawer: pieces,
    handOvers: z.array(
      z.strictObject({
        handoverId: id,
        at: instant,
        receiptNumber: z.string(),
        ownerName: z.string(),
        cardKind,
        collectorKind,
        staffName: z.string(),
        standing: z.enum(['stands', 'contested', 'set-aside', 'undone']),
      }),
    ),
    arrivals: z.array(z.strictObject({ movementId: z.string(), at: instant, ownerName: z.string(), cardKind })),
    dataAsOf: instant.nullable(),
  }),
})
export type ShiftToday = z.output<typeof shiftToday.output>

const boxWord = z.string().max(20)
const labelCode = z.string().min(1).max(512)

/** A card that lay there and should not have, as its label was scanned. */
const extraCard = z.strictObject({
  labelCode,
  /** null: of no card that is known here; then nothing else is known of it, either. */
  cardId: id.nullable(),
  ownerName: z.string().nullable(),
  state: cardState.nullable(),
  cardKind,
})
export type ExtraInDrawer = z.output<typeof extraCard>

const word = z.strictObject({ key: z.string().max(600), text: z.string().max(500) })

/** A closing count as far as it came, kept on this computer until it is signed; '' is not counted yet. */
const closingDraft = z.strictObject({
  shiftId: id,
  boxes: z
    .array(z.strictObject({ rack: boxWord, box: boxWord, ktpEl: z.string().max(5), kia: z.string().max(5) }))
    .max(2000),
  scanned: z.array(id).max(100_000),
  extras: z.array(extraCard).max(1000),
  words: z.array(word).max(3000),
})
export type ClosingDraft = z.output<typeof closingDraft>

/** Every card that should lie in the drawer, in the order of the shelf: to be counted by scanning its label, or box by box. */
export const shiftDrawer = query({
  name: 'shift.drawer',
  input: z.strictObject({}),
  output: z.strictObject({
    cards: z.array(
      z.strictObject({
        cardId: id,
        labelCode: z.string(),
        kitirNumber: z.string(),
        ownerName: z.string(),
        cardKind,
        rack: z.string(),
        box: z.string(),
      }),
    ),
    /** What should lie there by the opening and the ledger since then; other than the cards where the drawer was taken over with a difference. */
    sum: pieces,
    /** The count of the open shift that was begun here. */
    draft: closingDraft.nullable(),
  }),
})
export type DrawerCard = z.output<typeof shiftDrawer.output>['cards'][number]

/** Keeps a closing count on the disk of this computer; null forgets it. Fault: disk-full. */
export const saveClosingDraft = command({
  name: 'shift.save-draft',
  input: z.strictObject({ draft: closingDraft.nullable() }),
  output: z.strictObject({}),
})

/** What was held before the scanner while the drawer is counted, and is not among its cards. */
export const readDrawerLabel = query({
  name: 'shift.read-label',
  input: z.strictObject({ code: z.string().max(20_000) }),
  output: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('card'), card: extraCard }),
    /** An e-Kitir, not the label of a card. */
    z.strictObject({ kind: z.literal('kitir'), ownerName: z.string() }),
    z.strictObject({ kind: z.literal('unreadable') }),
  ]),
})

/** Shifts that were closed at this desk, the newest first, each with its berita acara harian. */
export const closedShifts = query({
  name: 'shift.closed',
  input: z.strictObject({ limit: z.number().int().min(1).max(500) }),
  output: z.array(
    z.strictObject({
      shiftId: id,
      openedAt: instant,
      closedAt: instant,
      number: z.string(),
      staffName: z.string(),
      takingName: z.string().nullable(),
      differs: z.boolean(),
    }),
  ),
})

/**
 * Takes the drawer over, with a signature. Repeating the same requestId returns the same answer. Faults: shift-open, difference-unexplained,
 * signature-missing, disk-full.
 */
export const openShift = command({
  name: 'shift.open',
  input: z.strictObject({
    counted: z.strictObject({ ktpEl: count, kia: count }),
    explanation: z.string().trim().max(500).nullable(),
    signature: png,
  }),
  output: z.strictObject({ shiftId: id }),
})

/**
 * Counts the drawer and gives it up: to who takes it over with the own password and signature, or to nobody. Each difference needs its explanation; one
 * that remains is a case for the supervisor. Repeating the same requestId returns the same answer. Faults: shift-none, difference-unexplained {box},
 * signature-missing, taker-same-person, taker-not-permitted, those of sign-in (of who takes over), disk-full.
 */
export const closeShift = command({
  name: 'shift.close',
  input: z.strictObject({
    shiftId: id,
    boxes: z.array(z.strictObject({ rack: boxWord, box: boxWord, ktpEl: count, kia: count })).max(2000),
    /** Cards whose label was scanned. */
    scanned: z.array(id).max(100_000),
    /** Labels of cards that lay there and should not have; they are counted in no box. */
    extras: z.array(z.strictObject({ labelCode, cardKind })).max(1000),
    explanations: z.array(
      z.strictObject({
        rack: boxWord,
        box: boxWord,
        cardKind,
        text: z.string().trim().max(500),
        /** Of a card too many. */
        labelCode: labelCode.optional(),
        /** Of the whole drawer against the opening and the ledger. */
        against: z.literal('sum').optional(),
      }),
    ),
    signature: png,
    taking: z
      .strictObject({ username: z.string().min(1).max(64), password: z.string().min(1).max(256), signature: png })
      .nullable(),
  }),
  output: z.strictObject({ closeId: id, number: z.string(), differs: z.boolean(), nextShiftId: id.nullable() }),
})
