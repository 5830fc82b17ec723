import type { Traced } from '../act/traced.ts'
import type { StoragePlace } from '../card/card.ts'
import type { DoneBy } from '../movement/movement.ts'
import type { Instant } from '../time.ts'

/** good (baik), damaged (rusak), missing (kurang), extra (lebih: in the parcel, on no line of its list). */
export type CountedAs = 'good' | 'damaged' | 'missing' | 'extra'

/** One line of a count: what was found of one card. */
export interface CountLine {
  /** null: the label is of no card that is known here. */
  readonly cardId: string | null
  readonly labelCode: string
  readonly counted: CountedAs
  readonly note: string
  readonly place: StoragePlace | null
  /** The parcel that the card should have come with, where it is another one. */
  readonly ofShipment?: string | null
}

/** A count as it was signed, in the shipment's own row. */
export interface ShipmentCount extends DoneBy {
  readonly countId: string
  /** Number of the berita acara penerimaan. */
  readonly number: string
  readonly complete: boolean
  readonly courierName: string
  /** Cards of the list that were here before this count; as its record says. */
  readonly foundBefore?: number | undefined
  /** What the record says, and SHA-256 (hex) of the signatures beneath it: so that it can be made again. */
  readonly lines?: readonly CountLine[]
  readonly signature?: string
  readonly courierSignature?: string | null
}

/** Who sent a parcel, and what was signed for it. */
export interface ShipmentSent extends Omit<DoneBy, 'at'> {
  readonly signature: string
  readonly courierSignature: string | null
}

/** Cards on their way from the Dinas to a unit, with their list (daftar kirim). */
export interface Shipment extends Traced {
  readonly id: string
  /** Where it goes. */
  readonly scope: string
  /** Number of the berita acara pengiriman. */
  readonly number: string
  /** Name of the unit that sent it. */
  readonly fromUnit: string
  readonly state: 'announced' | 'partly-received' | 'received'
  readonly sentAt: Instant
  readonly courierName: string
  readonly cardIds: readonly string[]
  readonly counts: readonly ShipmentCount[]
  /** What was found so far, one line per card or unknown label. */
  readonly lines: readonly CountLine[]
  /** Absent where the centre announced it without an act of the Dinas. */
  readonly sent?: ShipmentSent
}

/** The fact that cards left for a kelurahan with a courier (pengiriman), with their list. */
export interface ShipmentDispatched extends DoneBy {
  readonly shipmentId: string
  /** Where it goes. */
  readonly scope: string
  /** Number of the berita acara pengiriman. */
  readonly number: string
  /** Name of the unit that sends it. */
  readonly fromUnit: string
  readonly courierName: string
  readonly cardIds: readonly string[]
  /** SHA-256 (hex) of the signatures: who sent, who carries. */
  readonly signature: string
  readonly courierSignature: string | null
  readonly offline: boolean
}

/** The fact that cards of a shipment were counted in (penerimaan): all of it, or what came today. */
export interface ShipmentReceived extends DoneBy {
  readonly countId: string
  readonly shipmentId: string
  readonly number: string
  readonly courierName: string
  /** No more of it is expected: what was not found is missing, and is named among the lines. */
  readonly complete: boolean
  /** Cards of the list that earlier counts found, as far as this desk knew when it signed. */
  readonly foundBefore?: number | undefined
  readonly lines: readonly CountLine[]
  /** SHA-256 (hex) of the signatures: who received, who delivered. */
  readonly signature: string
  readonly courierSignature: string | null
  readonly offline: boolean
}
