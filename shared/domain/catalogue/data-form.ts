import type { Condition } from './condition.ts'
import type { FormDatum } from './form-datum.ts'

/** These services; `when`: only under this circumstance of theirs. */
export interface FormCase {
  readonly services: readonly string[]
  readonly when?: Condition | undefined
}

/** Something to be ticked: by hand, or because one of its cases holds or one of its papers was shown. */
export interface FormTick {
  readonly label: string
  /** A heading among ticks: no box. */
  readonly plain?: boolean | undefined
  readonly cases?: readonly FormCase[] | undefined
  /** Ids of requirements, of whatever service. */
  readonly papers?: readonly string[] | undefined
}

/** What these fields are answered with, in one of these cases; none named: in all. */
export interface FormAnswer {
  readonly answer?: readonly string[] | undefined
  /** All of them, with this between; else the first. */
  readonly joined?: string | undefined
  readonly cases?: readonly FormCase[] | undefined
}

/** A line, a day or so many boxes for digits. */
export interface AnsweredRow extends FormAnswer {
  readonly label: string
  readonly day?: boolean | undefined
  readonly boxes?: number | undefined
}

/** One numbered row: something of a person for each datum, or a label with what was answered, boxes, a day or ticks. */
export type FormRow =
  | {
      readonly person: readonly string[]
      readonly ask: readonly FormDatum[]
      /** In other cases a person in this role is somebody else, and left out. */
      readonly cases?: readonly FormCase[] | undefined
    }
  | { readonly label: string; readonly ticks: readonly FormTick[] }
  | AnsweredRow

export interface FormColumn extends FormAnswer {
  readonly label: string
  /** Stands above neighbours of the same group. */
  readonly group?: string | undefined
  /** Points; none: what is left. */
  readonly width?: number | undefined
  readonly ask?: FormDatum | undefined
}

interface Placed {
  readonly section?: string | undefined
  /** Only for these services. */
  readonly in?: readonly string[] | undefined
}

/** Numbered rows, lists of ticks side by side, or a table with a row for each of these people and empty ones up to `count`. */
export type DataPart =
  | (Placed & { readonly rows: readonly FormRow[]; readonly from?: number | undefined })
  | (Placed & {
      readonly lists: readonly { readonly head?: string | undefined; readonly ticks: readonly FormTick[] }[]
    })
  | (Placed & {
      readonly table: readonly FormColumn[]
      readonly count: number
      readonly people?: readonly string[] | undefined
      /** The field that names further members by NIK: as many rows more. */
      readonly members?: string | undefined
    })
