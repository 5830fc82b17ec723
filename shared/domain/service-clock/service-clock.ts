import { assertNever } from '../result.ts'
import type { Instant } from '../time.ts'
import type { ClockFacts, ClockTerms } from './clock-facts.ts'
import type { ClockStep } from './clock-step.ts'
import { explainMeasured } from './explain.ts'
import { type Measured, measureClock } from './measure.ts'
import type { ExclusionGround } from './promise-rules.ts'

export type ClockState = 'none' | 'excluded' | 'running' | 'due-soon' | 'paused' | 'late' | 'on-time'

/** How an application stands by the promise. Seconds are whole: what is used or left is rounded down, what is late up. */
export interface ServiceClock {
  readonly state: ClockState
  /** Null where nothing is promised. */
  readonly startAt: Instant | null
  /** With all stops so far; while paused, as if it went on now. */
  readonly dueAt: Instant | null
  /** Office time used without stops, until it was fulfilled or now. */
  readonly netUsedSeconds: number
  /** By the wall clock, until dueAt; 0 when late or fulfilled. */
  readonly secondsLeft: number
  /** Office time until dueAt: what due-soon is judged by; 0 when late or fulfilled. */
  readonly officeSecondsLeft: number
  /** By the wall clock, after dueAt; 0 unless late. */
  readonly secondsLate: number
  /** The grounds of exclusion that hold; empty unless excluded. */
  readonly grounds: readonly ExclusionGround[]
}

/** The 1x24 h promise of one application at `now` (UTC). Pure; the same for every zone the PC may be set to. Fast enough for all applications at once. */
export function serviceClock(facts: ClockFacts, terms: ClockTerms, now: Instant): ServiceClock {
  const found = measureClock(facts, terms, now)
  switch (found.kind) {
    case 'nothing':
      return nothing('none', [])
    case 'excluded':
      return nothing('excluded', found.grounds)
    case 'measured':
      return reading(facts, terms, found.measured, Date.parse(now))
    default:
      return assertNever(found)
  }
}

/** How `serviceClock` came to its answer: steps from which words are made, in the order in which a citizen would be told. */
export function explainClock(facts: ClockFacts, terms: ClockTerms, now: Instant): readonly ClockStep[] {
  const found = measureClock(facts, terms, now)
  switch (found.kind) {
    case 'nothing':
      return [found.why]
    case 'excluded':
      return found.grounds.map((ground) => ({ code: 'excluded', values: { ground } }))
    case 'measured':
      return explainMeasured(facts, found.measured, terms.plan)
    default:
      return assertNever(found)
  }
}

const nothing = (state: 'none' | 'excluded', grounds: readonly ExclusionGround[]): ServiceClock => ({
  state,
  startAt: null,
  dueAt: null,
  netUsedSeconds: 0,
  secondsLeft: 0,
  officeSecondsLeft: 0,
  secondsLate: 0,
  grounds,
})

const seconds = (ms: number) => Math.floor(ms / 1000)

function reading(facts: ClockFacts, { plan, rules }: ClockTerms, measured: Measured, now: number): ServiceClock {
  const { start, due, end, stops } = measured
  const stopped = stops.reduce((sum, { lost }) => sum + lost, 0)
  const officeLeft = facts.fulfilledAt === null ? plan.officeTime(now, due) : 0
  return {
    state: stateOf(facts, measured, officeLeft <= rules.dueSoonOfficeMinutes * 60_000),
    startAt: plan.instant(start),
    dueAt: plan.instant(due),
    netUsedSeconds: seconds(plan.officeTime(start, end) - stopped),
    secondsLeft: facts.fulfilledAt === null ? seconds(Math.max(due - now, 0)) : 0,
    officeSecondsLeft: seconds(officeLeft),
    secondsLate: Math.ceil(Math.max(end - due, 0) / 1000),
    grounds: [],
  }
}

function stateOf({ fulfilledAt }: ClockFacts, { due, end, stops }: Measured, soon: boolean): ClockState {
  if (end > due) return 'late'
  if (fulfilledAt !== null) return 'on-time'
  if (stops.some(({ lasts, tooLate }) => lasts && !tooLate)) return 'paused'
  return soon ? 'due-soon' : 'running'
}
