import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { calendarDay, startOfDay } from '#shared/domain/calendar/calendar-day.ts'
import { lastOpenDays } from '#shared/domain/office-calendar/last-open-days.ts'
import { type OfficeCalendar, officeDay } from '#shared/domain/office-calendar/office-calendar.ts'
import { ok } from '#shared/domain/result.ts'
import type { Instant } from '#shared/domain/time.ts'
import { shelfMoments } from '../card-views.ts'
import type { Answer, Deps, Who } from '../deps.ts'
import { toReview } from '../handover/list-to-review.ts'
import { waitingQuestions } from '../question/list-questions.ts'
import { openShiftHere } from '../shift/open-shift-here.ts'
import type { ReadSet } from '../stores.ts'
import { todoOf } from './todo-of.ts'
import { tripTodo } from './trip-todo.ts'

type Summary = OutputOf<'home.summary'>

/** Days of the chart. */
const weekDays = 6

/** What to do now, most urgent first, and the day's numbers. */
export async function homeSummary(deps: Deps, who: Who): Answer<Summary> {
  const now = deps.clock.now()
  const { unsent } = await deps.sync.status()
  return deps.reading(async (db) => {
    const calendar = await calendarHere(db)
    const region = await db.settings.region()
    const zone = calendar?.zone ?? region.zone
    const day = calendarDay(now, zone)
    const days = calendar ? lastOpenDays(calendar, day, weekDays) : []
    const numbers = await db.home.numbers(now, zone, days, shelfMoments(now, region.limits))
    const stuck = [...(await db.prints.inState('failed')), ...(await db.prints.inState('unknown'))]
    const shift = calendar && (await shiftStep(db, calendar, now))
    const marked = who.staff.roles.includes('supervisor') ? (await toReview(db, now)).length : 0
    const trip = await tripTodo(db, day)
    const { scans } = await db.scans.countSince(startOfDay(day, zone))
    return ok({
      todo: todoOf(
        { numbers, stuck, unsent, trip, shift, toReview: marked, ...(await waiting(db, who)) },
        who.staff,
        now,
      ),
      today: {
        handedOver: numbers.handedOverToday,
        ready: numbers.ready,
        scans,
        onTimeShare30: numbers.onTimeShare30,
        clerks: [...numbers.clerks],
      },
      day,
      week: numbers.week,
      dataAsOf: await db.device.dataAsOf(),
    })
  })
}

/** The calendar of this unit; null before the device has one. */
async function calendarHere(db: Pick<ReadSet, 'device' | 'promises'>): Promise<OfficeCalendar | null> {
  const device = await db.device.current()
  return device && (await db.promises.terms(device.homeScope)).terms.plan.calendar
}

/** Parcels, claims, complaints and questions that wait for somebody. A claim that is paid or rejected waits, too, while its case is open. */
async function waiting(db: Pick<ReadSet, 'things' | 'intake' | 'device'>, { staff }: Who) {
  const shipments = await db.things.list('shipment', { states: ['announced', 'partly-received'] })
  const running = await db.things.list('claim', { states: ['received', 'checked', 'approved', 'awaiting-payment'] })
  const claims = new Map(running.map(({ row }) => [row.id, row]))
  for (const { row } of await db.things.list('claim-case', { states: ['open'] })) {
    const claim = await db.things.find('claim', row.claimId)
    if (claim) claims.set(row.claimId, claim.row)
  }
  const complaints = await db.things.list('complaint', { states: ['open'] })
  const sentBack = await db.things.list('filing', { states: ['PERBAIKAN'], newestFirst: true })
  return {
    sentBack: sentBack.map(({ row }) => row),
    drafts: await db.intake.of(staff.id),
    shipments: shipments.map(({ row }) => row),
    claims: [...claims.values()],
    complaints: complaints.map(({ row }) => row),
    questions: await waitingQuestions(db),
  }
}

/** Is a shift to be opened at this desk today, or one to be closed? A desk of the Dinas has none. */
async function shiftStep(
  db: Pick<ReadSet, 'device' | 'directory' | 'things'>,
  calendar: OfficeCalendar,
  now: Instant,
): Promise<'open' | 'close' | null> {
  if ((await db.directory.unit(calendar.scope))?.kind === 'dinas') return null
  const day = calendarDay(now, calendar.zone)
  const minutes = officeDay(calendar, day).hours.map(({ to }) => Number(to.slice(0, 2)) * 60 + Number(to.slice(3)))
  const midnight = Date.parse(startOfDay(day, calendar.zone))
  const closes = minutes.length === 0 ? undefined : midnight + Math.max(...minutes) * 60_000
  const over = closes === undefined || Date.parse(now) >= closes
  const open = await openShiftHere(db)
  if (open === null) return over ? null : 'open'
  return over || calendarDay(open.openedAt, calendar.zone) < day ? 'close' : null
}
