import type { OfficePlan } from '../office-calendar/office-plan.ts'
import type { Instant } from '../time.ts'
import type { ClockStep } from './clock-step.ts'
import type { Measured } from './measure.ts'
import type { Stop } from './stops.ts'

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
  for (const off of plan.daysOffBetween(accepted, due)) steps.push({ code: 'day-off', values: { ...off } })
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
