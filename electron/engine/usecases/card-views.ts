import type { InputOf, OutputOf } from '#shared/contract/engine/calls.ts'

/** One window of the list of cards, as asked by the screen. */
export type CardPage = InputOf<'card.list'>
export type CardCounts = OutputOf<'card.list'>['counts']

/** Everything that Beranda counts in the database; sync and printing add their parts. */
export interface HomeNumbers {
  readonly late: { count: number; oldestDueAt: string; ownerName: string; status: string } | null
  readonly dueToday: { count: number; firstDueAt: string } | null
  readonly onTheWay: { ktp: number; kia: number }
  readonly uncollected: { over30: number; over90: number }
  readonly conflicts: { count: number; ownerName: string | null }
  readonly handedOverToday: number
  readonly ready: number
  readonly onTimeShare30: number | null
  readonly week: OutputOf<'home.summary'>['week']
}
