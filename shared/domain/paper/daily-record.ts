import type { CardKind, CollectorKind } from '../card/card.ts'
import type { CalendarDay, Instant } from '../time.ts'
import type { PaperBase, PaperParty } from './paper-base.ts'

/** Lines of the day's stock, in the order of the table; `expected` is what follows from those above it, `counted` what lay there. */
export type StockLine =
  | 'opening'
  | 'received'
  | 'undone'
  | 'found'
  | 'brought-back'
  | 'handed-over'
  | 'returned'
  | 'lost'
  | 'carried-out'
  | 'expected'
  | 'counted'

export interface StockFigure {
  readonly line: StockLine
  readonly ktpEl: number
  readonly kia: number
}

/** A card that should lie there and does not, or the other way round. */
export interface StockDifference {
  readonly kitirNumber: string
  readonly ownerName: string | null
  readonly cardKind: CardKind | null
  readonly found: 'missing' | 'extra'
  readonly explanation: string
}

/** Berita acara harian of one shift. */
export interface DailyRecord extends PaperBase {
  readonly kind: 'daily-record'
  readonly number: string
  readonly day: CalendarDay
  readonly openedAt: Instant
  readonly closedAt: Instant
  readonly stock: readonly StockFigure[]
  readonly differences: readonly StockDifference[]
  readonly handOvers: readonly { readonly collector: CollectorKind; readonly ktpEl: number; readonly kia: number }[]
  readonly oldCards: {
    readonly held: number
    readonly withdrawn: number
    readonly destroyed: number
    readonly returned: number
  }
  /** The 1x24 h promise: what fell due or was fulfilled on the day. */
  readonly promise: { readonly onTime: number; readonly late: number; readonly running: number }
  readonly complaints: { readonly taken: number; readonly answered: number; readonly open: number }
  /** Compensation paid on the day; whole rupiah. */
  readonly payments: { readonly count: number; readonly amount: number }
  /** Who closes, and who takes over; null: nobody yet. */
  readonly closing: PaperParty
  readonly taking: PaperParty | null
}
