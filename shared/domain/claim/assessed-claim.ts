import type { Application } from '../application/application.ts'
import type { ApplicationClock } from '../service-clock/application-clock.ts'
import type { ClockStep } from '../service-clock/clock-step.ts'
import { explainClock, type ServiceClock } from '../service-clock/service-clock.ts'
import type { Instant } from '../time.ts'
import { assessClaim, type ClaimAssessment, type ClaimCircumstances } from './assess-claim.ts'
import type { CompensationRules } from './compensation-rules.ts'

/** What the rules find of an application, and what they found it from. */
export interface AssessedClaim {
  readonly clock: ServiceClock
  /** How the clock came to its answer. */
  readonly steps: readonly ClockStep[]
  readonly assessment: ClaimAssessment
  /** When the window that it is about began, and ended. */
  readonly window: Pick<Application, 'acceptedAt' | 'fulfilledAt'>
}

/** `of`: the application's `claimClock`; `earlier`: a claim that it has besides the one assessed. Pure. */
export function assessedClaim(
  { clock, facts, terms }: ApplicationClock,
  earlier: ClaimCircumstances['earlier'],
  compensation: CompensationRules,
  now: Instant,
): AssessedClaim {
  const steps = explainClock(facts, terms, now)
  const { acceptedAt, fulfilledAt, incidents } = facts
  const assessment = assessClaim({ clock, fulfilledAt, incidents, earlier, now }, compensation, terms.plan)
  return { clock, steps, assessment, window: { acceptedAt, fulfilledAt } }
}

/** The application as those who decide see it: office time used, and when its clock stood (`to` null while it still does). Its NIK is not among what a claim needs. */
export const claimFactsOf = (of: Application, { clock, steps, window }: AssessedClaim) => ({
  applicationId: of.id,
  kitirNumber: of.kitirNumber,
  applicantName: of.applicantName,
  service: of.service,
  status: of.status,
  ...window,
  dueAt: clock.dueAt,
  netUsedSeconds: clock.netUsedSeconds,
  stops: steps.flatMap(stopOf),
})

const causes = ['returned', 'outage', 'no-blanks'] as const

function stopOf({ code, values }: ClockStep) {
  const cause = causes.find((one) => one === values.cause)
  if (code !== 'stopped' || !cause) return []
  return [{ cause, from: String(values.from), to: values.to === '' ? null : String(values.to) }]
}
