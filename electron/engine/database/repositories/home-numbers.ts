import { calendarDay, startOfDay } from '#shared/domain/calendar/calendar-day.ts'
import type { CalendarDay } from '#shared/domain/time.ts'
import type { HomeNumbers, ShelfMoments } from '../../usecases/card-views.ts'
import { closedList } from '../closed-statuses.ts'
import type { ReadDb } from '../handles.ts'
import { firstRow, rows } from '../sql.ts'

const day = 86_400_000
const before = (now: string, days: number) => new Date(Date.parse(now) - days * day).toISOString()

/** Everything Beranda counts. `zone`: IANA zone of the unit, for the borders of its days; `days`: those of the chart, oldest first. */
export async function homeNumbers(
  db: ReadDb,
  now: string,
  zone: string,
  days: readonly CalendarDay[],
  shelf: ShelfMoments,
): Promise<HomeNumbers> {
  const today = startOfDay(calendarDay(now, zone), zone)
  const tomorrow = new Date(Date.parse(today) + day).toISOString()
  return {
    late: await lateCards(db, now),
    dueToday: await dueBetween(db, now, tomorrow),
    onTheWay: await onTheWay(db),
    uncollected: await uncollected(db, shelf),
    conflicts: await conflicts(db),
    handedOverToday: await count(db, `SELECT count(*) AS n FROM handover WHERE at >= ? AND ${counts}`, today),
    clerks: await clerks(db, today),
    ready: await count(db, "SELECT count(*) AS n FROM card WHERE state = 'ready'"),
    onTimeShare30: await onTimeShare(db, before(now, 30)),
    week: await week(db, zone, days),
  }
}

async function count(db: ReadDb, sql: string, ...values: string[]): Promise<number> {
  return (await firstRow<{ n: number }>(db, sql, ...values))?.n ?? 0
}

/** Hand-overs that took place, as far as is known: not undone, and not set aside for another of the same card. */
const counts = "standing NOT IN ('undone', 'set-aside')"

/** Of this unit what was handed over, of this desk what was not sent; a person who is not known here is named by the id. */
async function clerks(db: ReadDb, today: string): Promise<HomeNumbers['clerks']> {
  return rows(
    db,
    `SELECT d.staff AS staffId, coalesce(json_extract(s.row, '$.name'), d.staff) AS name, sum(d.given) AS handedOver, sum(d.unsent) AS unsent
     FROM (SELECT json_extract(coalesce(t.projected, r.row), '$.staffId') AS staff, 1 AS given, 0 AS unsent
           FROM handover t LEFT JOIN replica r ON r.entity = 'handover' AND r.id = t.id WHERE t.at >= ? AND t.${counts}
           UNION ALL
           SELECT json_extract(envelope, '$.staffId'), 0, 1 FROM command WHERE verdict IS NULL) d
     LEFT JOIN replica s ON s.entity = 'staff' AND s.id = d.staff
     GROUP BY d.staff ORDER BY handedOver DESC, name`,
    today,
  )
}

const readyBefore = (db: ReadDb, at: string) =>
  count(db, "SELECT count(*) AS n FROM card WHERE state = 'ready' AND age_at < ?", at)

/** Whose owner was told waits for nobody, until it goes back. */
async function uncollected(
  db: ReadDb,
  { remindBefore, returnBefore }: ShelfMoments,
): Promise<HomeNumbers['uncollected']> {
  const told =
    "SELECT count(*) AS n FROM card INDEXED BY card_reminded WHERE state = 'ready' AND reminded_at IS NOT NULL AND age_at < ?"
  return {
    toRemind: (await readyBefore(db, remindBefore)) - (await count(db, told, remindBefore)),
    toReturn: await readyBefore(db, returnBefore),
  }
}

/** Named, because SQLite without statistics may walk every application that ever was due instead. */
const running = 'application a INDEXED BY application_running'
const still = `a.fulfilled_at IS NULL AND a.status NOT IN (${closedList})`

async function lateCards(db: ReadDb, now: string): Promise<HomeNumbers['late']> {
  const late = `a.due_at < ? AND ${still}`
  const oldest = await firstRow<{ oldestDueAt: string; ownerName: string; status: string }>(
    db,
    `SELECT a.due_at AS oldestDueAt, json_extract(r.row, '$.applicantName') AS ownerName, a.status AS status
     FROM ${running} LEFT JOIN replica r ON r.entity = 'application' AND r.id = a.id
     WHERE ${late} ORDER BY a.due_at LIMIT 1`,
    now,
  )
  return oldest && { ...oldest, count: await count(db, `SELECT count(*) AS n FROM ${running} WHERE ${late}`, now) }
}

async function dueBetween(db: ReadDb, from: string, to: string): Promise<HomeNumbers['dueToday']> {
  const found = await firstRow<{ count: number; firstDueAt: string | null }>(
    db,
    `SELECT count(*) AS count, min(a.due_at) AS firstDueAt FROM ${running} WHERE a.due_at >= ? AND a.due_at < ? AND ${still}`,
    from,
    to,
  )
  return found && found.firstDueAt !== null ? { count: found.count, firstDueAt: found.firstDueAt } : null
}

async function onTheWay(db: ReadDb): Promise<HomeNumbers['onTheWay']> {
  const found = await rows<{ kind: string; n: number }>(
    db,
    "SELECT kind, count(*) AS n FROM card WHERE state = 'shipped' GROUP BY kind",
  )
  const of = (kind: string) => found.find((row) => row.kind === kind)?.n ?? 0
  return { ktp: of('ktp-el'), kia: of('kia') }
}

async function conflicts(db: ReadDb): Promise<HomeNumbers['conflicts']> {
  const found = await firstRow<{ n: number; name: string | null; id: string | null }>(
    db,
    `SELECT count(*) AS n, max(c.owner_name) AS name, max(f.id) AS id FROM case_file f LEFT JOIN card c ON c.id = f.card_id
     WHERE f.state = 'open'`,
  )
  const many = (found?.n ?? 0) > 1
  return {
    count: found?.n ?? 0,
    ownerName: many ? null : (found?.name ?? null),
    caseId: many ? null : (found?.id ?? null),
  }
}

async function onTimeShare(db: ReadDb, since: string): Promise<number | null> {
  const found = await firstRow<{ n: number; good: number | null }>(
    db,
    `SELECT count(*) AS n, sum(fulfilled_at <= due_at) AS good FROM application
     WHERE due_at >= ? AND fulfilled_at IS NOT NULL`,
    since,
  )
  return !found || found.n === 0 ? null : (found.good ?? 0) / found.n
}

/** What came and went on each of these days. */
async function week(db: ReadDb, zone: string, days: readonly CalendarDay[]): Promise<HomeNumbers['week']> {
  const [first] = days
  if (first === undefined) return []
  const since = startOfDay(first, zone)
  const arrived = await rows<{ at: string }>(db, 'SELECT arrived_at AS at FROM card WHERE arrived_at >= ?', since)
  const given = await rows<{ at: string }>(db, `SELECT at FROM handover WHERE at >= ? AND ${counts}`, since)
  return days.map((one) => {
    const from = startOfDay(one, zone)
    const to = new Date(Date.parse(from) + day).toISOString()
    const within = (list: readonly { at: string }[]) => list.filter(({ at }) => at >= from && at < to).length
    return { day: one, arrived: within(arrived), handedOver: within(given) }
  })
}
