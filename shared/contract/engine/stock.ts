import { z } from 'zod'
import { clerkMoves } from '#shared/domain/movement/card-move-rule.ts'
import { movementKinds } from '#shared/domain/movement/movement.ts'
import { command, query } from './call.ts'
import { cardCentre, cardLine, collectorKind, id, instant, place, png } from './values.ts'

/** What a clerk records of cards besides handing them over. */
export const moveKind = z.enum(clerkMoves)
export type MoveKind = z.output<typeof moveKind>

const cardIds = z.array(id).min(1).max(500)

/** Which of these cards may be moved so now, and the number that the berita acara would bear where there is one. */
export const mayMove = query({
  name: 'card.may-move',
  input: z.strictObject({ kind: moveKind, cardIds }),
  output: z.strictObject({
    cards: z.array(
      z.strictObject({
        card: cardLine,
        /** null: it may. `days`: from how many days on the shelf on. */
        refusal: z
          .strictObject({
            code: z.enum([
              'move-wrong-state',
              'reminder-too-early',
              'return-too-early',
              'undo-too-late',
              'undo-needs-supervisor',
            ]),
            days: z.number().int().nullable(),
          })
          .nullable(),
      }),
    ),
    nextNumber: z.string().nullable(),
  }),
})

/** Where these cards could be put, one after another from `start` on; null: the next free place of the shelf. */
export const proposePlaces = query({
  name: 'card.propose-places',
  input: z.strictObject({ cardIds, start: place.nullable() }),
  output: z.strictObject({
    places: z.array(z.strictObject({ cardId: id, place })),
    /** Of those, where another card lies already. */
    taken: z.array(z.strictObject({ place, ownerName: z.string() })),
  }),
})

/**
 * Records one thing that was done with cards, for all of them or for none. `place` is needed for `stored` and may be given for `found`.
 * `taken-back`: a card was recorded as damaged, misprinted or wrong by mistake.
 * Faults: card-unknown, move-wrong-state, reminder-too-early, return-too-early, undo-too-late, undo-needs-supervisor, reason-missing, signature-missing, place-missing,
 * input-invalid {field: carrier} where nobody is named who carries them out.
 */
export const moveCards = command({
  name: 'card.move',
  input: z.strictObject({
    kind: moveKind,
    cards: z
      .array(z.strictObject({ cardId: id, place: place.nullable() }))
      .min(1)
      .max(500),
    reason: z.string().max(300),
    signature: png.nullable(),
    /** Who of the mobile team signs for them; for `carried-out` alone. */
    carrier: z.string().trim().max(200).optional(),
    /** The trip for which they are carried out; for `carried-out` alone. */
    tripId: id.optional(),
  }),
  output: z.strictObject({
    /** Names the berita acara, too (paper kind return-record). */
    actId: id,
    number: z.string().nullable(),
    moved: z.number().int(),
  }),
})

/** Everything that is known here of what happened to one card, oldest first: who received it, where it lay, who has it. Fault: card-unknown. */
export const cardHistory = query({
  name: 'card.history',
  input: z.strictObject({ cardId: id }),
  output: z.strictObject({
    card: cardLine,
    lines: z.array(
      z.strictObject({
        key: z.string(),
        at: instant,
        /** `arrived`: it is on the shelf, and nobody's count of it is known here. */
        what: z.enum(['arrived', 'handed-over', ...movementKinds]),
        by: z.strictObject({ staffName: z.string(), staffCode: z.string(), deviceCode: z.string() }).nullable(),
        /** Of the berita acara or the receipt. */
        number: z.string().nullable(),
        reason: z.string().nullable(),
        collector: z.strictObject({ name: z.string(), kind: collectorKind }).nullable(),
        /** The hand-over whose receipt can be shown. */
        handoverId: id.nullable(),
        /** The A4 paper that tells of it. */
        paper: z.strictObject({ kind: z.enum(['return-record', 'lost-statement', 'shipment-record']), id }).nullable(),
        /** It cannot have been so: a person must look. */
        contested: z.boolean(),
        centre: cardCentre,
      }),
    ),
    dataAsOf: instant.nullable(),
  }),
})
