import type { Traced } from '../act/traced.ts'
import type { CardKind } from '../card/card.ts'
import type { DoneBy } from '../movement/movement.ts'
import type { DailyRecord, StockFigure } from '../paper/daily-record.ts'
import type { Instant } from '../time.ts'

/** Cards by kind. */
export interface Pieces {
  readonly ktpEl: number
  readonly kia: number
}

/**
 * Cards of one kind in one box that are not as many as they should be, or one card too many, with what the clerk says about it (selisih).
 */
export interface CountDifference {
  readonly rack: string
  readonly box: string
  readonly cardKind: CardKind
  readonly expected: number
  readonly counted: number
  /** Cards that should lie there and were not scanned; empty where the box was counted by hand. */
  readonly missingCardIds: readonly string[]
  readonly explanation: string
  /** Of a card that lay there and should not have: what its label says. */
  readonly labelCode?: string | undefined
  /** Of such a card that is known here. */
  readonly cardId?: string | undefined
  /** `sum`: not of a box, but of the whole drawer against what the opening and the ledger since then say. */
  readonly against?: 'sum' | undefined
}

/** What else happened in a shift, as its berita acara said when it was signed. */
export type ShiftFigures = Pick<DailyRecord, 'handOvers' | 'oldCards' | 'promise' | 'complaints' | 'payments'>

/** The fact that a clerk took over the drawer (buka shift): what lay there, signed for. */
export interface ShiftOpened extends DoneBy {
  readonly shiftId: string
  readonly counted: Pieces
  /** What should have lain there by the ledger as this device knew it. */
  readonly expected: Pieces
  /** Why the two differ; null where they do not. */
  readonly explanation: string | null
  /** SHA-256 (hex) of the signature PNG. */
  readonly signature: string
  readonly offline: boolean
}

/** Who took the drawer over from whom closed the shift. */
export interface TakenOver {
  readonly staffId: string
  readonly staffName: string
  readonly staffCode: string
  readonly signature: string
}

/** The fact that a clerk counted the drawer and gave it up (tutup shift). */
export interface ShiftClosed extends DoneBy {
  readonly closeId: string
  readonly shiftId: string
  readonly openedAt: Instant
  /** Of the berita acara harian; never given again. */
  readonly number: string
  /** The sum, line by line, with what should lie there and what did. */
  readonly stock: readonly StockFigure[]
  readonly differences: readonly CountDifference[]
  /** Absent in what an older program closed. */
  readonly figures?: ShiftFigures | undefined
  readonly signature: string
  /** null: the drawer stays closed. */
  readonly taking: TakenOver | null
  readonly offline: boolean
}

/** One shift at one desk (shift loket); a replicated row. */
export interface Shift extends Traced {
  readonly id: string
  readonly scope: string
  readonly deviceCode: string
  readonly state: 'open' | 'closed'
  readonly openedAt: Instant
  /** null: the closing came, the opening never did. */
  readonly opened: ShiftOpened | null
  /** How it was closed; where two desks closed it, the first that was accepted counts and the others stand behind it. */
  readonly closings: readonly ShiftClosed[]
}
