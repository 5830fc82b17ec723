import { z } from 'zod'
import { doubts } from '../../domain/handover/doubt.ts'
import { isNik } from '../../domain/nik/check-nik.ts'
import { fault } from '../errors.ts'
import { command, query } from './call.ts'
import { cardLine, day, id, nik, png } from './values.ts'

const word = (most: number) => z.string().trim().max(most)
const mostCards = 300

/** A school or an RW, and where the cards are given out. */
const group = z.strictObject({ kind: z.enum(['school', 'neighbourhood']), name: word(120), place: word(200) })

/** `owners`: who has a KTP-el takes it in person, a KIA goes to who is in charge; `in-charge`: that person takes all. */
const receivedBy = z.enum(['owners', 'in-charge'])

/** Ids of the papers of the rule table that were looked at for every person who is given a card. */
const checked = z.array(z.string().max(40)).max(40)

/** Text of a card's own label, where it was scanned. */
const label = z.string().max(20_000)

/** What the clerk has put together so far. On disk at every change, so that a power cut costs nothing; without signatures. */
const draft = z.strictObject({
  group,
  receivedBy,
  inCharge: z.strictObject({ name: word(200), nik: z.string().max(16), position: word(100), seen: z.boolean() }),
  letter: z.strictObject({ number: word(60), date: z.union([day, z.literal('')]) }),
  checked,
  doubtReason: word(300),
  cards: z
    .array(z.strictObject({ cardId: id, received: z.boolean(), withdrawn: z.boolean(), label: label.nullable() }))
    .max(mostCards),
})
export type BulkDraft = z.output<typeof draft>

/** The list that was begun on this device and not recorded yet; null: none. */
export const readBulkDraft = query({
  name: 'bulk.draft',
  input: z.strictObject({}),
  output: z.strictObject({ draft: draft.nullable() }),
})

export const saveBulkDraft = command({
  name: 'bulk.save-draft',
  input: z.strictObject({ draft: draft.nullable() }),
  output: z.strictObject({}),
})

/**
 * Each card as it stands, why it cannot be on the list (null: it can), and what should make one look twice at who is in charge of it (see doubt.ts); unknown
 * ids are left out. `papers`: what the rules ask to be looked at for those who are given a card, in the city's words. `limit`: of the doubt
 * too-many-pick-ups, households.
 */
export const checkBulk = query({
  name: 'bulk.check',
  input: z.strictObject({
    cards: z.array(z.strictObject({ cardId: id, received: z.boolean(), label: label.nullable() })).max(mostCards),
    receivedBy,
    /** null: not known yet. */
    inChargeNik: nik.nullable(),
  }),
  output: z.strictObject({
    lines: z.array(
      z.strictObject({
        card: cardLine,
        oldCard: z.enum(['none', 'withdraw', 'police-letter']),
        refusal: fault.nullable(),
        doubts: z.array(z.enum(doubts)),
      }),
    ),
    papers: z.array(z.strictObject({ id: z.string(), label: z.string() })),
    limit: z.number().int(),
  }),
})

/**
 * Hands over every card of the list in one transaction, each with its own receipt number, by the same rules as one alone; a card that may not be given, or was given
 * elsewhere meanwhile, is left out with its reason and keeps nobody else back. The PIN may stay unproved, and what is not among `checked` was not looked at: each
 * such hand-over is marked. A doubt without `doubtReason` leaves its card out. Repeating the same requestId returns the same answer. Faults: bulk-nobody {reasons} (none could be given), signature-missing, disk-full.
 */
export const recordBulk = command({
  name: 'bulk.record',
  input: z.strictObject({
    group: group.extend({ name: word(120).min(2), place: word(200).min(2) }),
    receivedBy,
    /** `seen`: that it is this person was compared with a document. */
    inCharge: z.strictObject({
      name: word(200).min(3),
      nik: nik.refine(isNik),
      position: word(100),
      seen: z.boolean(),
    }),
    letter: z.strictObject({ number: word(60).min(1), date: day }),
    checked,
    doubtReason: word(300).min(3).nullable(),
    /** Of who is in charge, for the list; the others sign on its paper. */
    signature: png,
    cards: z
      .array(z.strictObject({ cardId: id, withdrawn: z.boolean(), label: label.nullable() }))
      .min(1)
      .max(mostCards),
  }),
  output: z.strictObject({
    listId: id,
    number: z.string(),
    recorded: z.array(z.strictObject({ cardId: id, ownerName: z.string(), handoverId: id, receiptNumber: z.string() })),
    leftOut: z.array(z.strictObject({ cardId: id, ownerName: z.string().nullable(), refusal: fault })),
  }),
})
