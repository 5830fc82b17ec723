import { sql } from 'kysely'
import type { z } from 'zod'
import type { CityAnswer, effectsQuery } from '#shared/contract/sync/queries.ts'
import type { Incident } from '#shared/domain/incident/incident.ts'
import type { ClockColumns } from '#shared/domain/service-clock/clock-columns.ts'
import { type Centre, instantOf } from '../centre.ts'
import { promisedWhere } from './promised.ts'
import { field, storedRows } from './stored-rows.ts'

/** Longer than any list that somebody reads. */
const most = 500

/** The register itself, newest first, without the copies that units have of it. */
export async function cityIncidents({ db }: Centre): Promise<CityAnswer<'incidents'>> {
  const where = sql<boolean>`${field('registerId')} IS NULL`
  const order = sql`${field('from')} DESC`
  const { rows } = await storedRows(db, 'incident', { scope: null, where, order, offset: 0, limit: most })
  return { incidents: rows.map(told) }
}

function told(one: Incident): CityAnswer<'incidents'>['incidents'][number] {
  const { id: incidentId, kind, from, to, units, services, source, registeredAt, withdrawnAt } = one
  const struck = { units: units && [...units], services: services && [...services] }
  return { incidentId, kind, from, to, ...struck, source, registeredAt, withdrawnAt }
}

/** What an incident of that time, in those units and services, would stop: applications that were running in it, and claims about them that are decided. */
export async function incidentEffects(
  centre: Centre,
  asked: z.output<typeof effectsQuery>,
): Promise<CityAnswer<'incident-effects'>> {
  const { services } = asked
  const found = await promisedWhere(centre, running(asked, instantOf(centre.now())))
  const struck = found.filter(({ clock, service }) => isPromise(clock) && (services?.includes(service) ?? true))
  const ids = new Set(struck.map(({ id }) => id))
  const claims = struck.length === 0 ? [] : await decidedClaims(centre)
  return {
    applications: struck.length,
    units: new Set(struck.map(({ scope }) => scope)).size,
    decidedClaims: claims.filter(({ applicationId }) => ids.has(applicationId)).length,
  }
}

const isPromise = (clock: ClockColumns['clock']) => clock === 'timed' || clock === 'paused'

async function decidedClaims({ db }: Centre): Promise<readonly { applicationId: string }[]> {
  const { rows } = await sql<{ applicationId: string }>`
    SELECT ${field('applicationId')} AS "applicationId" FROM rows
    WHERE entity = 'claim' AND "row" IS NOT NULL AND state IN ('approved', 'rejected', 'awaiting-payment', 'paid')`.execute(
    db,
  )
  return rows
}

/** Its promise began before the end of the incident, and had not been kept when that began. */
const running = ({ from, to, units }: z.output<typeof effectsQuery>, now: string) => sql`
  (ended_at IS NULL OR ended_at > ${from}) AND accepted_at < ${to ?? now}
  AND state NOT IN ('DITOLAK', 'DIBATALKAN') AND ${units ? sql`scope IN (${sql.join(units)})` : sql`true`}`
