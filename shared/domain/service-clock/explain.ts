import type { OfficePlan } from '../office-calendar/office-plan.ts'
import type { Instant } from '../time.ts'
import type { Measured } from './measure.ts'
import type { Stop } from './stops.ts'

export type ClockStepCode =
  /** Nothing is promised: service. */
  | 'no-promise'
  /** Rejected or withdrawn: at. */
  | 'cancelled'
  | 'not-accepted'
  /** The calendar ends: the centre must send the next year's. */
  | 'no-working-day-known'
  /** ground. */
  | 'excluded'
  /** Accepted while open, the clock starts: at. */
  | 'starts-at-acceptance'
  /** Accepted while closed, the clock starts later: acceptedAt, at. */
  | 'starts-at-opening'
  /** A day between start and due that does not count: day, reason, name. */
  | 'day-off'
  /** Due if nothing had stopped the clock: at. */
  | 'due'
  /** It stood: cause, from, to ('' while it lasts), officeSeconds, incidentId ('' for a return). */
  | 'stopped'
  /** It stood when the due time had passed already, so nothing moved: the same values. */
  | 'stopped-too-late'
  /** Due after the stops: at, officeSeconds. */
  | 'extended'
  /** at. */
  | 'fulfilled'

/** One step of the explanation; screens and paper have the words, found by code. */
export interface ClockStep {
  readonly code: ClockStepCode
  readonly values: Readonly<Record<string, string | number>>
}

const iso = (ms: number): Instant => new Date(ms).toISOString()
const seconds = (ms: number) => Math.floor(ms / 1000)

/** How the due time came about, in the order in which a citizen would be told. */
export function explainMeasured(
  { fulfilledAt }: { readonly fulfilledAt: Instant | null },
  measured: Measured,
  plan: OfficePlan,
): readonly ClockStep[] {
  const { accepted, start, firstDue, due, stops } = measured
  const steps: ClockStep[] = [startStep(accepted, start)]
  for (const off of plan.daysOffBetween(start, due)) steps.push({ code: 'day-off', values: { ...off } })
  steps.push({ code: 'due', values: { at: iso(firstDue) } })
  for (const stop of stops) steps.push(stopStep(stop))
  if (due !== firstDue) steps.push({ code: 'extended', values: { at: iso(due), officeSeconds: movedBy(stops) } })
  if (fulfilledAt !== null) steps.push({ code: 'fulfilled', values: { at: fulfilledAt } })
  return steps
}

const startStep = (accepted: number, start: number): ClockStep =>
  accepted === start
    ? { code: 'starts-at-acceptance', values: { at: iso(start) } }
    : { code: 'starts-at-opening', values: { acceptedAt: iso(accepted), at: iso(start) } }

const stopStep = ({ cause, from, to, lasts, lost, incidentId, tooLate }: Stop): ClockStep => ({
  code: tooLate ? 'stopped-too-late' : 'stopped',
  values: {
    cause,
    from: iso(from),
    to: lasts ? '' : iso(to),
    officeSeconds: seconds(lost),
    incidentId: incidentId ?? '',
  },
})

const movedBy = (stops: readonly Stop[]) =>
  seconds(stops.reduce((sum, { lost, tooLate }) => sum + (tooLate ? 0 : lost), 0))
