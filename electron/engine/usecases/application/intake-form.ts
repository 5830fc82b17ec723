import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { calendarDay } from '#shared/domain/calendar/calendar-day.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps } from '../deps.ts'
import { unitZone } from '../device/unit-zone.ts'
import type { ReadSet } from '../stores.ts'
import { knownRegions } from './known-regions.ts'

/** What the form of these services is made of, as the catalogue is now. */
export async function intakeForm(
  deps: Deps,
  { services: wanted }: ParsedInputOf<'intake.form'>,
): Answer<OutputOf<'intake.form'>> {
  return deps.reading(async (db) => {
    const { version, services } = await db.settings.catalogue()
    const { provinces, districts } = await knownRegions(db)
    return ok({
      catalogueVersion: version,
      day: calendarDay(deps.clock.now(), await unitZone(db)),
      regions: { provinces: [...provinces], districts: [...districts] },
      services: services.filter(({ code }) => wanted.includes(code)),
      usual: await usualServices(db),
      names: services.map(({ code, name, group }) => ({ code, name, group })),
    })
  })
}

/** So many applications say what is usual here. */
const lately = 100

async function usualServices(db: Pick<ReadSet, 'things'>): Promise<string[]> {
  const counts = new Map<string, number>()
  for (const { row } of await db.things.list('filing', { newestFirst: true, limit: lately }))
    counts.set(row.service, (counts.get(row.service) ?? 0) + 1)
  return [...counts].toSorted(([, one], [, other]) => other - one).map(([code]) => code)
}
