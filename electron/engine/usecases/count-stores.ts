import type { StoragePlace } from '#shared/domain/card/card.ts'
import type { Instant } from '#shared/domain/time.ts'

/** What was found of one card of a parcel, or why it was not, until the count is signed. */
export interface CountedCard {
  readonly shipmentId: string
  /** Id of the card, or the text of a label that is of no card known here. */
  readonly key: string
  readonly cardId: string | null
  readonly labelCode: string
  /** missing: not found, with the reason in the note. */
  readonly counted: 'good' | 'damaged' | 'missing'
  readonly place: StoragePlace | null
  readonly note: string
  /** The parcel it should have come with, where it is another one. */
  readonly ofShipment: string | null
  readonly at: Instant
  readonly staffId: string
}

export interface CountReads {
  /** In the order they were counted. */
  of(shipmentId: string): Promise<readonly CountedCard[]>
  find(shipmentId: string, key: string): Promise<CountedCard | null>
  /** Found so far, of every parcel that is being counted. */
  found(): Promise<ReadonlyMap<string, number>>
  /** The place given last in this count. */
  lastPlace(shipmentId: string): Promise<StoragePlace | null>
  /** Does a card lie there, or is it to lie there once a count is signed? */
  isTaken(place: StoragePlace): Promise<boolean>
}

export interface CountStore extends CountReads {
  /** A line that is there is replaced, in its place of the order. */
  save(line: CountedCard): Promise<void>
  /** It was taken back, or signed. */
  remove(shipmentId: string, key: string): Promise<void>
}
