import type { CardKind, StoragePlace } from '../card/card.ts'

export interface CardLabel {
  /** Text of the QR. */
  readonly labelCode: string
  readonly ownerName: string
  readonly kitirNumber: string
  readonly cardKind: CardKind
  readonly place: StoragePlace | null
}

/** Columns and rows of a sheet of labels on A4. */
export const labelGrid = { columns: 3, rows: 8 } as const

/** Sheets of card labels. `start`: the first free label of the first sheet, from 1 at the upper left, along the rows, to 24. */
export interface LabelSheet {
  readonly kind: 'label-sheet'
  readonly start: number
  readonly labels: readonly CardLabel[]
}
