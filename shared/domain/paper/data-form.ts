import type { CalendarDay } from '../time.ts'

/** `null`: a heading, no box. */
export interface Ticked {
  readonly label: string
  readonly ticked: boolean | null
}

/** What is null is written by hand. */
export type DataValue =
  | { readonly text: string | null }
  /** Boxes for so many digits. */
  | { readonly boxes: number; readonly text: string | null }
  | { readonly day: CalendarDay | null }
  | { readonly ticks: readonly Ticked[] }

export interface DataRow {
  readonly label: string
  readonly value: DataValue
}

export interface DataColumn {
  readonly label: string
  readonly group: string | null
  readonly width: number | null
  /** Boxes for so many digits in each cell that is empty; 0: none. */
  readonly boxes: number
}

interface Headed {
  readonly section: string | null
}

/** Of a form that is a table of data. */
export type DataPiece =
  /** `from`: number of the first row. */
  | (Headed & { readonly rows: readonly DataRow[]; readonly from: number })
  | (Headed & { readonly lists: readonly { readonly head: string | null; readonly ticks: readonly Ticked[] }[] })
  | (Headed & { readonly table: readonly DataColumn[]; readonly cells: readonly (readonly (string | null)[])[] })
