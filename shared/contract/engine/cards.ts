import { z } from 'zod'
import { command, query } from './call.ts'
import { cardLine, day, id, instant, nik } from './values.ts'

export const cardFilter = z.enum([
  'all',
  'ready',
  'to-remind',
  'to-return',
  'handed-over',
  'coming',
  'reminded',
  'damaged',
  'with-team',
  'other',
])

/** One window of the list (virtualised). `search` matches name, NIK, kitir number, receipt number by prefix. */
export const listCards = query({
  name: 'card.list',
  input: z.strictObject({
    filter: cardFilter,
    search: z.string().max(200),
    sort: z.enum(['age', 'place', 'name', 'state']),
    descending: z.boolean(),
    offset: z.number().int().min(0),
    limit: z.number().int().min(1).max(500),
  }),
  output: z.strictObject({
    rows: z.array(cardLine),
    total: z.number().int(),
    counts: z.record(cardFilter, z.number().int()),
    dataAsOf: instant.nullable(),
  }),
})

/** For Ctrl+K and F3: people and numbers by prefix, at most `limit`. */
export const searchCards = query({
  name: 'card.search',
  input: z.strictObject({ text: z.string().max(200), limit: z.number().int().min(1).max(50) }),
  output: z.array(cardLine),
})

/** Everything the hand-over screen shows. */
export const getCard = query({
  name: 'card.get',
  input: z.strictObject({ cardId: id }),
  output: z.strictObject({
    card: cardLine,
    ownerBirthDate: day,
    /** Which KIA a child of this age has today; `grown`: none any more; null for a KTP-el. */
    kia: z.enum(['without-photo', 'with-photo', 'grown']).nullable(),
    service: z.string().nullable(),
    applicationId: z.string(),
    oldCard: z.enum(['none', 'withdraw', 'police-letter']),
    pin: z.strictObject({ state: z.enum(['open', 'no-verifier', 'locked']), triesLeft: z.number().int() }),
    /** Which collectors the region pack allows for this card, in its order. */
    collectors: z.array(z.enum(['self', 'family', 'proxy', 'guardian', 'mobile-team'])),
    /** Members of the owner's KK as known here, without the owner; NIK masked, `memberId` stands for it in handover.record. */
    household: z.array(
      z.strictObject({
        memberId: z.string(),
        name: z.string(),
        nikMasked: z.string(),
        relation: z.enum(['head', 'spouse', 'child', 'parent', 'other']),
        adult: z.boolean(),
      }),
    ),
    householdKnown: z.boolean(),
    /** Given twice, and not settled yet: it is given to nobody until then. */
    contested: z.boolean(),
    /** Number the next receipt of this device will bear, for the preview. */
    nextReceiptNumber: z.string(),
    unit: z.strictObject({ name: z.string(), kecamatan: z.string() }),
    dataAsOf: instant.nullable(),
  }),
})

/** The whole NIK, for 15 seconds on the screen; logged. */
export const revealNik = command({
  name: 'card.reveal-nik',
  input: z.strictObject({ cardId: id }),
  output: z.strictObject({ nik }),
})
