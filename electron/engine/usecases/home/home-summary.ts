import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { calendarDay, startOfDay } from '#shared/domain/calendar/calendar-day.ts'
import { ok } from '#shared/domain/result.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { HomeNumbers } from '../card-views.ts'
import type { Answer, Deps } from '../deps.ts'
import type { PrintRow } from '../stores.ts'

type Summary = OutputOf<'home.summary'>
type Todo = Summary['todo'][number]

/** What to do now, most urgent first, and the day's numbers. */
export async function homeSummary(deps: Deps): Answer<Summary> {
  const now = deps.clock.now()
  const { unsent } = await deps.sync.status()
  return deps.reading(async (db) => {
    const device = await db.device.current()
    const unit = device && (await db.directory.unit(device.homeScope))
    const zone = unit?.zone ?? (await db.settings.region()).zone
    const numbers = await db.home.numbers(now, zone)
    const stuck = [...(await db.prints.inState('failed')), ...(await db.prints.inState('unknown'))]
    const { scans } = await db.scans.countSince(startOfDay(calendarDay(now, zone), zone))
    return ok({
      todo: todoOf(numbers, stuck, unsent, now),
      today: {
        handedOver: numbers.handedOverToday,
        ready: numbers.ready,
        scans,
        onTimeShare30: numbers.onTimeShare30,
      },
      week: numbers.week,
      dataAsOf: await db.device.dataAsOf(),
    })
  })
}

function todoOf(
  { late, conflicts, dueToday, onTheWay, uncollected }: HomeNumbers,
  stuck: readonly PrintRow[],
  unsent: { count: number; oldestAt: Instant | null },
  now: Instant,
): Todo[] {
  const todo: Todo[] = []
  if (late) {
    const { count, ownerName, status, oldestDueAt } = late
    const oldestSecondsLate = Math.round((Date.parse(now) - Date.parse(oldestDueAt)) / 1000)
    todo.push({ kind: 'late', count, oldestSecondsLate, ownerName, status })
  }
  if (conflicts.count > 0) todo.push({ kind: 'conflict', ...conflicts })
  if (stuck.length > 0)
    todo.push({ kind: 'prints-failed', count: stuck.length, receiptNumber: stuck[0]?.receiptNumber ?? null })
  if (dueToday) todo.push({ kind: 'due-today', ...dueToday })
  if (onTheWay.ktp + onTheWay.kia > 0) todo.push({ kind: 'on-the-way', ...onTheWay })
  if (unsent.count > 0 && unsent.oldestAt) todo.push({ kind: 'unsent', count: unsent.count, oldestAt: unsent.oldestAt })
  if (uncollected.over30 + uncollected.over90 > 0) todo.push({ kind: 'uncollected', ...uncollected })
  return todo
}
