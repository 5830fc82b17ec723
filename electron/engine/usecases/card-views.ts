import type { InputOf, OutputOf } from '#shared/contract/engine/calls.ts'
import type { ShelfLimits } from '#shared/domain/movement/decide-move.ts'
import type { Instant } from '#shared/domain/time.ts'

/** One window of the list of cards, as asked by the screen. */
export type CardPage = InputOf<'card.list'>
export type CardCounts = OutputOf<'card.list'>['counts']

/** What reached the shelf before these times waits for its owner to be told, or to go back. */
export interface ShelfMoments {
  readonly remindBefore: Instant
  readonly returnBefore: Instant
}

const daysBefore = (now: Instant, days: number) => new Date(Date.parse(now) - days * 86_400_000).toISOString()

export const shelfMoments = (now: Instant, limits: ShelfLimits): ShelfMoments => ({
  remindBefore: daysBefore(now, limits.uncollectedReminderDays),
  returnBefore: daysBefore(now, limits.uncollectedReturnDays),
})

/** Everything that Beranda counts in the database; sync and printing add their parts. */
export interface HomeNumbers {
  readonly late: { count: number; oldestDueAt: string; ownerName: string; status: string } | null
  readonly dueToday: { count: number; firstDueAt: string } | null
  readonly onTheWay: { ktp: number; kia: number }
  readonly uncollected: { toRemind: number; toReturn: number }
  readonly conflicts: { count: number; ownerName: string | null; caseId: string | null }
  readonly handedOverToday: number
  readonly clerks: OutputOf<'home.summary'>['today']['clerks']
  readonly ready: number
  readonly onTimeShare30: number | null
  readonly week: OutputOf<'home.summary'>['week']
}
