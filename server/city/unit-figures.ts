import { type RawBuilder, sql } from 'kysely'
import type { CityAnswer } from '#shared/contract/sync/queries.ts'
import { calendarDay, startOfDay } from '#shared/domain/calendar/calendar-day.ts'
import { type Centre, instantOf } from '../centre.ts'
import type { Db } from '../database/open-database.ts'
import { promisedWhere } from './promised.ts'
import { field } from './stored-rows.ts'

type Counts = { readonly scope: string } & Partial<typeof nothing>

const day = 86_400_000
const daysBefore = (now: Date, days: number) => instantOf(new Date(now.getTime() - days * day))

/** A line per kelurahan: what waits there, and how long ago it was heard of. */
export async function unitFigures(centre: Centre): Promise<CityAnswer<'units'>> {
  const now = centre.now()
  const { db, areas } = centre
  const known = await Promise.all([
    cardCounts(db, now),
    applicationCounts(centre, now),
    openCases(db),
    openComplaints(db),
    waitingClaims(db),
    contacts(db),
  ])
  const byScope = new Map<string, typeof nothing>()
  for (const { scope, ...counts } of known.flat()) {
    byScope.set(scope, { ...(byScope.get(scope) ?? nothing), ...counts })
  }
  return {
    at: instantOf(now),
    units: areas.kelurahan.map(({ code: scope, name, kecamatan }) => ({
      ...nothing,
      ...byScope.get(scope),
      scope,
      name,
      kecamatan,
    })),
  }
}

const nothing = {
  ready: 0,
  over30: 0,
  over90: 0,
  onTheWay: 0,
  inQueue: 0,
  late: 0,
  dueSoon: 0,
  cases: 0,
  complaints: 0,
  claims: 0,
  devices: 0,
  lastContactAt: null as string | null,
  unsent: 0,
}

const countIf = (condition: RawBuilder<unknown>) => sql<number>`count(*) FILTER (WHERE ${condition})`

async function cardCounts(db: Db, now: Date): Promise<Counts[]> {
  const ready = sql`state = 'ready'`
  // The condition of the index that holds the cards of all shelves and nothing else.
  const { rows } = await sql<Counts>`
    SELECT scope, ${countIf(ready)} AS ready,
      ${countIf(sql`${ready} AND arrived_at < ${daysBefore(now, 30)}`)} AS over30,
      ${countIf(sql`${ready} AND arrived_at < ${daysBefore(now, 90)}`)} AS over90,
      ${countIf(sql`state = 'shipped'`)} AS "onTheWay",
      ${countIf(sql`state IN ('printed', 'sorted') OR (state = 'shipped' AND ${field('missing')} = 'true')`)} AS "inQueue"
    FROM rows
    WHERE entity = 'card' AND "row" IS NOT NULL AND state IN ('ready', 'shipped', 'printed', 'sorted')
    GROUP BY scope`.execute(db)
  return rows
}

/** As the desks count: by the clock, unless it ended; the day ends in the zone of the region. */
async function applicationCounts(centre: Centre, now: Date): Promise<Counts[]> {
  const { zone } = centre.region
  const at = instantOf(now)
  const tomorrow = new Date(Date.parse(startOfDay(calendarDay(at, zone), zone)) + day).toISOString()
  const counts = new Map<string, { scope: string; late: number; dueSoon: number }>()
  for (const { scope, dueAt } of await promisedWhere(centre, running)) {
    if (dueAt === null || dueAt >= tomorrow) continue
    const of = counts.get(scope) ?? { scope, late: 0, dueSoon: 0 }
    const [late, soon] = dueAt < at ? [1, 0] : [0, 1]
    counts.set(scope, { scope, late: of.late + late, dueSoon: of.dueSoon + soon })
  }
  return [...counts.values()]
}

const running = sql`ended_at IS NULL AND state NOT IN ('DITOLAK', 'DIBATALKAN', 'SELESAI', 'DISERAHKAN')`

async function openCases(db: Db): Promise<Counts[]> {
  const { rows } = await sql<Counts>`
    SELECT scope, count(*) AS cases FROM rows
    WHERE entity IN ('case', 'claim-case') AND "row" IS NOT NULL AND state = 'open' GROUP BY scope`.execute(db)
  return rows
}

async function openComplaints(db: Db): Promise<Counts[]> {
  const { rows } = await sql<Counts>`
    SELECT scope, count(*) AS complaints FROM rows
    WHERE entity = 'complaint' AND "row" IS NOT NULL AND state = 'open' GROUP BY scope`.execute(db)
  return rows
}

/** Checked, and not decided. */
async function waitingClaims(db: Db): Promise<Counts[]> {
  const { rows } = await sql<Counts>`
    SELECT scope, count(*) AS claims FROM rows
    WHERE entity = 'claim' AND "row" IS NOT NULL AND state = 'checked' GROUP BY scope`.execute(db)
  return rows
}

async function contacts(db: Db): Promise<Counts[]> {
  const { rows } = await sql<Counts>`
    SELECT home_scope AS scope, count(*) AS devices, max(last_seen_at) AS "lastContactAt",
      coalesce(sum((last_heartbeat::jsonb ->> 'unsent')::int), 0) AS unsent
    FROM devices WHERE state = 'active' GROUP BY home_scope`.execute(db)
  return rows
}
