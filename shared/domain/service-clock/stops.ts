import type { Incident, IncidentKind } from '../incident/incident.ts'
import type { OfficePlan } from '../office-calendar/office-plan.ts'
import type { Instant } from '../time.ts'

/** When an application lay with the citizen for repair (PERBAIKAN); `to` null while it still does. */
export interface Return {
  readonly from: Instant
  readonly to: Instant | null
}

export type StopCause = 'returned' | IncidentKind

/** One stretch in which the clock stood, in milliseconds. Stretches of one application are in order and never overlap. */
export interface Stop {
  readonly cause: StopCause
  readonly incidentId: string | null
  readonly from: number
  readonly to: number
  /** It had not ended when looked at. */
  readonly lasts: boolean
  /** Office time in it. */
  readonly lost: number
  /** It began after the due time had passed, so it moved nothing. */
  readonly tooLate: boolean
}

type Found = Omit<Stop, 'lost' | 'tooLate'>

/** What stopped the clock between `start` and `end`; where two causes overlap, the time is the earlier one's. */
function findStops(
  { returns, incidents }: { readonly returns: readonly Return[]; readonly incidents: readonly Incident[] },
  start: number,
  end: number,
): Found[] {
  const found: Found[] = []
  const add = (cause: StopCause, incidentId: string | null, { from, to }: Span) => {
    const begins = Math.max(from, start)
    if (begins < Math.min(to, end))
      found.push({ cause, incidentId, from: begins, to: Math.min(to, end), lasts: to > end })
  }
  for (const back of returns) add('returned', null, spanOf(back))
  for (const incident of incidents) add(incident.kind, incident.id, knownSpan(incident))
  return found.length < 2 ? found : apart(found.sort((a, b) => a.from - b.from || b.to - a.to))
}

function apart(sorted: readonly Found[]): Found[] {
  const found: Found[] = []
  let reached = Number.NEGATIVE_INFINITY
  for (const stop of sorted) {
    if (stop.to > reached) found.push({ ...stop, from: Math.max(stop.from, reached) })
    reached = Math.max(reached, stop.to)
  }
  return found
}

const none: readonly Stop[] = []

/** In milliseconds; what has no end ends at infinity. */
interface Span {
  readonly from: number
  readonly to: number
}

const spanOf = ({ from, to }: { readonly from: Instant; readonly to: Instant | null }): Span => ({
  from: Date.parse(from),
  to: to === null ? Number.POSITIVE_INFINITY : Date.parse(to),
})

/** Incidents as read once: a register is held against a hundred thousand applications. Holds nothing but what can be read again. */
const spans = new WeakMap<Incident, Span>()

function knownSpan(incident: Incident): Span {
  const known = spans.get(incident)
  if (known !== undefined) return known
  const span = spanOf(incident)
  spans.set(incident, span)
  return span
}

/**
 * The due time moved by what stopped the clock: each stop that began by then moves it by the office time in it, and never leaves it inside the stop.
 * `end`: when it was fulfilled, else now. `due` is null when the calendar ends before.
 */
export function moveDue(
  of: { readonly returns: readonly Return[]; readonly incidents: readonly Incident[] },
  plan: OfficePlan,
  { start, due: first, end }: { readonly start: number; readonly due: number; readonly end: number },
): { readonly due: number | null; readonly stops: readonly Stop[] } {
  // Most of a register was over before, or began after.
  const incidents = of.incidents.filter((one) => {
    const { from, to } = knownSpan(one)
    return to > start && from < end
  })
  if (of.returns.length === 0 && incidents.length === 0) return { due: first, stops: none }
  let due: number | null = first
  const stops: Stop[] = []
  for (const stop of findStops({ returns: of.returns, incidents }, start, end)) {
    const tooLate: boolean = due === null || stop.from > due
    const lost = plan.officeTime(stop.from, stop.to)
    stops.push({ ...stop, lost, tooLate })
    if (tooLate || due === null) continue
    const moved = plan.afterOfficeTime(due, lost)
    due = moved === null ? null : Math.max(moved, stop.to)
  }
  return { due, stops }
}
