import type { RowSet } from '../act/row-set.ts'
import { traced } from '../act/row-set.ts'
import type { Outcome, Rule, Seen } from '../act/rule.ts'
import type { DoneBy } from '../movement/movement.ts'
import type { Instant } from '../time.ts'
import type { Incident, IncidentKind } from './incident.ts'

/** Asks the centre to enter an incident in its register (pencatatan gangguan). */
export interface IncidentRegistered extends DoneBy {
  readonly incidentId: string
  /** Of the Dinas, which keeps the register. */
  readonly scope: string
  readonly kind: IncidentKind
  readonly from: Instant
  /** null while it lasts. */
  readonly to: Instant | null
  /** Scopes of the units it struck; null: all. */
  readonly units: readonly string[] | null
  readonly services: readonly string[] | null
  readonly source: string
}

/** Asks the centre to note that it is over. */
export interface IncidentEnded extends DoneBy {
  readonly endId: string
  readonly incidentId: string
  readonly scope: string
  readonly to: Instant
}

/** Asks the centre to say that it was none. */
export interface IncidentWithdrawn extends DoneBy {
  readonly withdrawId: string
  readonly incidentId: string
  readonly scope: string
  readonly reason: string
}

const named = (incidentId: string, scope: string) =>
  [
    { entity: 'incident', id: incidentId },
    { entity: 'unit', id: scope },
  ] as const

export const registerIncidentRule: Rule<IncidentRegistered> = {
  kind: 'intention',
  id: ({ incidentId }) => incidentId,
  staffId: ({ staffId }) => staffId,
  at: ({ at }) => at,
  needs: ({ incidentId, scope }) => named(incidentId, scope),
  apply: (rows, asked, seen): Outcome => {
    if (rows.get('incident', asked.incidentId)) return unchanged
    const refusal = refusalOf(rows, asked.scope, seen) ?? (timesOf(asked, seen) ? null : 'incident-times')
    return refusal === null ? written(registered(asked, seen)) : refused(refusal)
  },
}

export const endIncidentRule: Rule<IncidentEnded> = {
  kind: 'intention',
  id: ({ endId }) => endId,
  staffId: ({ staffId }) => staffId,
  at: ({ at }) => at,
  needs: ({ incidentId, scope }) => named(incidentId, scope),
  apply: (rows, asked, seen): Outcome =>
    changed(rows, asked, asked.endId, seen, (incident) => {
      if (incident.to !== null) return 'incident-ended'
      return timesOf({ ...asked, from: incident.from }, seen) ? { ...incident, to: asked.to } : 'incident-times'
    }),
}

export const withdrawIncidentRule: Rule<IncidentWithdrawn> = {
  kind: 'intention',
  id: ({ withdrawId }) => withdrawId,
  staffId: ({ staffId }) => staffId,
  at: ({ at }) => at,
  needs: ({ incidentId, scope }) => named(incidentId, scope),
  apply: (rows, asked, seen): Outcome =>
    changed(rows, asked, asked.withdrawId, seen, (incident) => ({
      ...incident,
      withdrawnAt: seen.acceptedAt ?? asked.at,
    })),
}

const unchanged: Outcome = { changed: [], verdict: 'applied', code: null, caseId: null }
const refused = (code: string): Outcome => ({ ...unchanged, verdict: 'refused', code })
const written = (row: Incident): Outcome => ({ ...unchanged, changed: [{ entity: 'incident', id: row.id, row }] })

/** It began before it ended, and nothing of it is still to come: nobody knows that yet. */
function timesOf({ from, to, at }: Pick<IncidentRegistered, 'from' | 'to' | 'at'>, seen: Seen): boolean {
  const now = nowBy(at, seen)
  return from <= now && (to === null || (from < to && to <= now))
}

/** The centre's time. A desk whose clock is a little ahead, within what is tolerated, is believed. */
const nowBy = (at: Instant, { acceptedAt, flags }: Seen): Instant =>
  acceptedAt === null || (at > acceptedAt && !flags.includes('clock-skew')) ? at : acceptedAt

/** Only the Dinas keeps the register: a supervisor of a kelurahan does not. */
function refusalOf(rows: RowSet, scope: string, seen: Seen): string | null {
  const dinas = rows.get('unit', scope)?.kind === 'dinas' && seen.scope === scope
  return seen.permitted && dinas ? null : 'not-permitted'
}

function registered({ incidentId, at, staffId, ...asked }: IncidentRegistered, seen: Seen): Incident {
  const { scope, kind, from, to, units, services, source } = asked
  const told = { scope, kind, from, to, units, services, source }
  return { id: incidentId, ...told, registeredBy: staffId, registeredAt: seen.acceptedAt ?? at, withdrawnAt: null }
}

function changed(
  rows: RowSet,
  { incidentId, scope }: { readonly incidentId: string; readonly scope: string },
  actId: string,
  seen: Seen,
  after: (incident: Incident) => Incident | string,
): Outcome {
  const incident = rows.get('incident', incidentId)
  if (incident === null || incident.scope !== scope) return refused('incident-unknown')
  if (traced(incident, actId)) return unchanged
  const refusal = refusalOf(rows, scope, seen) ?? (incident.withdrawnAt === null ? null : 'incident-withdrawn')
  if (refusal !== null) return refused(refusal)
  const row = after(incident)
  return typeof row === 'string' ? refused(row) : written(row)
}
