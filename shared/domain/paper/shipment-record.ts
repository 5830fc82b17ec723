import type { PaperBase, PaperCard, PaperParty } from './paper-base.ts'

/** Berita acara pengiriman (dispatch) or penerimaan (receipt) of cards, layout B. Any number of rows. */
export interface ShipmentRecord extends PaperBase {
  readonly kind: 'shipment-record'
  readonly direction: 'dispatch' | 'receipt'
  readonly number: string
  /** Of a receipt: number of the berita acara pengiriman that it answers. */
  readonly shipmentNumber: string | null
  /** Where it was signed, e.g. `Kantor Kelurahan Ketabang`. */
  readonly place: string
  /** PIHAK PERTAMA, who hands over. */
  readonly first: PaperParty
  /** PIHAK KEDUA, who receives. */
  readonly second: PaperParty
  /** Mengetahui: the Lurah. */
  readonly acknowledged: PaperParty
  /** What the list of the parcel announces: number of cards. */
  readonly announced: number
  /** Of a receipt: how many cards of that list earlier counts found. */
  readonly foundBefore: number
  /** Of a receipt: how many of the rows are on no line of that list. */
  readonly unlisted: number
  /** Of a receipt: false while more of the parcel is expected (penerimaan sebagian). */
  readonly complete: boolean
  readonly rows: readonly PaperCard[]
}
