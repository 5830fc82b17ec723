import type { Instant } from '../time.ts'

/** gangguan jaringan pusat, blangko kosong. */
export type IncidentKind = 'outage' | 'no-blanks'

/** Something the centre registered that stops clocks: a replicable row. No device makes one. */
export interface Incident {
  readonly id: string
  readonly scope: string
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
