import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import type { AssistanceKind } from '#shared/domain/assistance/assistance.ts'
import { calendarDay, startOfDay } from '#shared/domain/calendar/calendar-day.ts'
import { ok } from '#shared/domain/result.ts'
import type { CalendarDay } from '#shared/domain/time.ts'
import type { Answer, Deps } from '../deps.ts'
import type { ReadSet } from '../stores.ts'

/** The entries of one day, also those that were taken back; today where no day is named. */
export async function listAssistance(
  deps: Deps,
  { day: asked }: ParsedInputOf<'assistance.list'>,
): Answer<OutputOf<'assistance.list'>> {
  return deps.reading(async (db) => {
    const { zone } = await db.settings.region()
    const day = asked ?? calendarDay(deps.clock.now(), zone)
    const found = await db.things.list('assistance', { ...within(day, day, zone), newestFirst: true })
    const rows = found.map(({ row, centre }) => ({
      assistanceId: row.id,
      at: row.at,
      kind: row.kind,
      people: row.people,
      kelurahanName: nameOf(deps, row.kelurahan),
      note: row.note,
      staffName: row.staffName,
      withdrawn: row.withdrawn !== null,
      centre,
    }))
    const people = rows.reduce((sum, one) => sum + (one.withdrawn ? 0 : one.people), 0)
    return ok({ day, rows, people })
  })
}

type Figures = OutputOf<'assistance.figures'>
const none = { account: 0, ikd: 0, taught: 0, other: 0 } as const

/** Citizens by where they live and by what they were helped with; what was taken back does not count. */
export async function assistanceFigures(
  deps: Deps,
  { from, to }: ParsedInputOf<'assistance.figures'>,
): Answer<Figures> {
  return deps.reading(async (db) => {
    const people = new Map<string | null, Record<AssistanceKind, number>>()
    const whole: Record<AssistanceKind, number> = { ...none }
    for (const row of await counting(db, from, to)) {
      const of = people.get(row.kelurahan) ?? { ...none }
      people.set(row.kelurahan, { ...of, [row.kind]: of[row.kind] + row.people })
      whole[row.kind] += row.people
    }
    const rows = [...people].map(([kelurahan, of]) => ({
      kelurahan,
      name: nameOf(deps, kelurahan),
      people: of,
      all: sumOf(of),
    }))
    rows.sort((a, b) => b.all - a.all || (a.name ?? '').localeCompare(b.name ?? '', 'id'))
    return ok({ rows, people: whole, all: sumOf(whole) })
  })
}

async function counting(db: Pick<ReadSet, 'things' | 'settings'>, from: CalendarDay, to: CalendarDay) {
  const { zone } = await db.settings.region()
  const found = await db.things.list('assistance', { states: ['counts'], ...within(from, to, zone) })
  return found.map(({ row }) => row)
}

const within = (from: CalendarDay, to: CalendarDay, zone: string) => ({
  from: startOfDay(from, zone),
  to: startOfDay(dayAfter(to), zone),
})

const dayAfter = (day: CalendarDay): CalendarDay => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)

const sumOf = (of: Readonly<Record<AssistanceKind, number>>) => of.account + of.ikd + of.taught + of.other

const nameOf = ({ units }: Pick<Deps, 'units'>, code: string | null) =>
  code === null ? null : (units.find(({ scope }) => scope === code)?.name ?? code)
