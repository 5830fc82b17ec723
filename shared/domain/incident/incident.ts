import type { Traced } from '../act/traced.ts'
import type { Instant } from '../time.ts'

/** gangguan jaringan pusat, blangko kosong. */
export type IncidentKind = 'outage' | 'no-blanks'

/**
 * Something the centre registered that stops clocks: a replicable row. The register's own row lies in the scope of the Dinas; every unit that it struck
 * has a copy in its own scope, so that each device learns of what concerns it and of nothing else. No device of a kelurahan makes one.
 */
export interface Incident extends Traced {
  readonly id: string
  readonly scope: string
  /** Of a copy: the id in the register. */
  readonly registerId?: string | undefined
  readonly kind: IncidentKind
  readonly from: Instant
  /** null while it lasts. */
  readonly to: Instant | null
  /** Scopes of the units it struck; null: all. */
  readonly units: readonly string[] | null
  /** Codes of the services it struck (blanks of one kind run out alone); null: all. */
  readonly services: readonly string[] | null
  /** Who declared it and through what, in the centre's words. */
  readonly source: string
  readonly registeredBy: string
  readonly registeredAt: Instant
  /** Set when it turned out to be none; then it stops nothing. */
  readonly withdrawnAt: Instant | null
}

/** Those of the register that struck an application of this service, worked on for this unit. */
export const incidentsOf = (
  register: readonly Incident[],
  { service, unit }: { readonly service: string; readonly unit: string },
): readonly Incident[] =>
  register.filter(
    ({ units, services, withdrawnAt }) =>
      withdrawnAt === null && (units?.includes(unit) ?? true) && (services?.includes(service) ?? true),
  )

/** What a unit that was struck gets of the register; null for one that was not, and for the unit that keeps the register. */
export function copyFor(incident: Incident, scope: string): Incident | null {
  if (incident.registerId !== undefined || incident.scope === scope) return null
  if (!(incident.units?.includes(scope) ?? true)) return null
  const { acts: _, ...told } = incident
  return { ...told, id: copyId(incident.id, scope), scope, registerId: incident.id, units: [scope] }
}

export const copyId = (registerId: string, scope: string): string => `${registerId}@${scope}`
