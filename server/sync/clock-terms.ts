import type { Incident } from '#shared/domain/incident/incident.ts'
import type { RegionPack } from '#shared/domain/region/region-pack.ts'
import { unitTerms } from '#shared/domain/service-clock/application-clock.ts'
import type { ClockTerms } from '#shared/domain/service-clock/clock-facts.ts'
import type { Db } from '../database/open-database.ts'
import { readRowsOf } from './read-row.ts'

/** What the clocks of the units hang on, each plan made once: to be asked for every application of a list. */
export type TermsOf = (scope: string) => ClockTerms

/** Reads units and calendars of these scopes (null: of all). A unit that is not known goes by the region pack, as a kelurahan. */
export async function clockTerms(db: Db, region: RegionPack, scopes: readonly string[] | null): Promise<TermsOf> {
  const [units, calendars] = [await readRowsOf(db, 'unit', scopes), await readRowsOf(db, 'office-calendar', scopes)]
  const unitOf = new Map(units.map((unit) => [unit.scope, unit]))
  const calendarOf = new Map(calendars.map((calendar) => [calendar.scope, calendar]))
  const made = new Map<string, ClockTerms>()
  return (scope) => {
    const { kind, zone } = unitOf.get(scope) ?? { kind: 'kelurahan' as const, zone: region.zone }
    const calendar = calendarOf.get(scope) ?? null
    // Units without a calendar of their own share the one of their kind.
    const key = calendar ? scope : `${kind} ${zone}`
    const terms = made.get(key) ?? unitTerms({ scope, kind, zone }, region, calendar)
    made.set(key, terms)
    return terms
  }
}

/** Every entry of the register, without the copies that units have of it. */
export const registerIn = async (db: Db): Promise<Incident[]> =>
  (await readRowsOf(db, 'incident')).filter(({ registerId }) => registerId === undefined)
