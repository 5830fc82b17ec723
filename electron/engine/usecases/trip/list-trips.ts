import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import type { TripLine } from '#shared/contract/engine/trips.ts'
import { calendarDay } from '#shared/domain/calendar/calendar-day.ts'
import { unitTitle } from '#shared/domain/region/unit-title.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps } from '../deps.ts'
import { unitZone } from '../device/unit-zone.ts'
import type { ReadSet } from '../stores.ts'
import { tripLine } from './trip-line.ts'

const states = { current: ['planned', 'under-way'], past: ['closed'] } as const

/** What is planned or under way, by day; what is closed, the newest first. */
export async function listTrips(
  deps: Deps,
  { filter, offset, limit }: ParsedInputOf<'trip.list'>,
): Answer<OutputOf<'trip.list'>> {
  return deps.reading(async (db) => {
    const device = await db.device.current()
    const window = { offset, limit, newestFirst: filter === 'past' }
    const found = await db.things.list('trip', { states: states[filter], ...window })
    const rows: TripLine[] = []
    for (const seen of found) rows.push(await tripLine(db, seen, device?.deviceId ?? ''))
    const count = (which: keyof typeof states) => db.things.count('trip', { states: states[which] })
    return ok({
      rows,
      counts: { current: await count('current'), past: await count('past') },
      scopes: await scopesOf(db, device?.scopes ?? []),
      today: calendarDay(deps.clock.now(), await unitZone(db)),
    })
  })
}

/** Units of this computer by their names. */
export async function scopesOf(db: Pick<ReadSet, 'directory'>, scopes: readonly string[]) {
  return Promise.all(
    scopes.map(async (scope) => {
      const unit = await db.directory.unit(scope)
      return { scope, name: unit ? unitTitle(unit) : scope }
    }),
  )
}
