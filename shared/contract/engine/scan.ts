import { z } from 'zod'
import { fault } from '../errors.ts'
import { command, query } from './call.ts'
import { cardKind, cardLine, id, instant, place } from './values.ts'

/** A card of another unit as the centre tells of it; only a `ready` one may be collected there. */
const cardElsewhere = z.strictObject({
  kind: cardKind,
  /** A state of values.ts; the centre may know more. */
  state: z.string(),
  ownerName: z.string(),
  unitName: z.string(),
  kecamatan: z.string(),
  handedOverAt: instant.nullable(),
})
export type CardElsewhere = z.output<typeof cardElsewhere>

/**
 * What a scanned or typed code turned out to be. `application`: an e-Kitir that was made at a counter, whose application has no card yet. `kitir-replaced`: another e-Kitir took its place. `cards`: an e-Kitir of this unit (one kitir may yield two cards; cardId given when it was a card label). `elsewhere`: asked of the centre.
 * `not-pulled-yet`: the centre keeps it for this unit, and a sync tried just now did not bring it. `not-here`: not in this unit's data ("data per …"), and the centre does not know it
 * either, could not be reached, or could not be asked for the reason in `fault`. `unknown`: not an e-Kitir at all.
 */
export const scanResult = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('cards'),
    kitirNumber: z.string(),
    cards: z.array(cardLine),
    signed: z.enum(['valid', 'unsigned', 'key-unknown']),
  }),
  z.strictObject({
    kind: z.literal('no-card-yet'),
    kitirNumber: z.string(),
    /** Null where the centre did not say whose it is. */
    ownerName: z.string().nullable(),
    status: z.string(),
    /** Of this unit's own data; null: only the centre told of it. */
    applicationId: id.nullable(),
  }),
  z.strictObject({
    kind: z.literal('application'),
    kitirNumber: z.string(),
    kitirId: id,
    applicationId: id,
    ownerName: z.string(),
    serviceName: z.string(),
    signed: z.enum(['valid', 'unsigned', 'key-unknown']),
  }),
  z.strictObject({
    kind: z.literal('kitir-replaced'),
    kitirNumber: z.string(),
    applicationId: id,
    replacedAt: instant.nullable(),
  }),
  z.strictObject({
    kind: z.literal('elsewhere'),
    kitirNumber: z.string(),
    cards: z.array(cardElsewhere).min(1),
  }),
  z.strictObject({ kind: z.literal('not-pulled-yet'), kitirNumber: z.string(), ownerName: z.string().nullable() }),
  z.strictObject({
    kind: z.literal('not-here'),
    asked: z.enum(['offline', 'failed', 'centre']),
    /** Why asking failed; null otherwise. */
    fault: fault.nullable(),
    dataAsOf: instant.nullable(),
    characters: z.number().int(),
  }),
  z.strictObject({
    kind: z.literal('forged'),
    reason: z.enum(['signature', 'revoked-key', 'expired-key']),
    kitirNumber: z.string().nullable(),
  }),
  z.strictObject({ kind: z.literal('receipt'), handoverId: id, receiptNumber: z.string() }),
  /** The label of a parcel: its number. */
  z.strictObject({ kind: z.literal('shipment'), shipmentId: id, number: z.string() }),
  z.strictObject({
    kind: z.literal('unknown'),
    reason: z.enum(['empty', 'too-long', 'control-characters', 'not-an-ekitir']),
    characters: z.number().int(),
  }),
])
export type ScanResult = z.output<typeof scanResult>

/** Never fails on what is in the code: it is data. Logged (without the code's text) with its outcome. Any length is accepted here so that the answer can be a clear one. */
export const resolveScan = command({
  name: 'scan.resolve',
  input: z.strictObject({
    code: z.string().max(20_000),
    source: z.enum(['camera', 'usb-scanner', 'typed', 'picture', 'paste']),
  }),
  output: scanResult,
})

export const recentScans = query({
  name: 'scan.recent',
  input: z.strictObject({}),
  output: z.strictObject({
    today: z.strictObject({ scans: z.number().int(), failed: z.number().int() }),
    rows: z.array(
      z.strictObject({
        id,
        at: instant,
        outcome: z.enum([
          'ready',
          'handed-over',
          'elsewhere',
          'not-ready',
          'not-here',
          'forged',
          'unknown',
          'pin-locked',
          'receipt',
          'shipment',
          'application',
          'kitir-replaced',
        ]),
        ownerName: z.string().nullable(),
        cardId: id.nullable(),
        kind: cardKind.nullable(),
        place: place.nullable(),
        /** Unit name, status or number of characters, by outcome. */
        detail: z.string().nullable(),
      }),
    ),
  }),
})
