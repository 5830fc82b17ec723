import type { OfficePlan } from '../office-calendar/office-plan.ts'
import type { Instant } from '../time.ts'

/** Who hears of a complaint that is not answered. */
export interface EscalationRule {
  /** 1 is the first. */
  readonly level: number
  /** Office or person, in the city's words. */
  readonly to: string
  /** Working days after the complaint began to count. */
  readonly afterWorkingDays: number
}

export interface ComplaintRules {
  readonly answerWithinWorkingDays: number
  /** A complaint with at most so much office time left is due soon. */
  readonly dueSoonOfficeMinutes: number
  readonly escalations: readonly EscalationRule[]
}

export interface Escalation {
  readonly level: number
  readonly to: string
  readonly at: Instant
}

/** Fixed when the complaint is taken: nothing stops this clock. */
export interface ComplaintDeadline {
  readonly startAt: Instant
  readonly dueAt: Instant
  /** By level. */
  readonly escalations: readonly Escalation[]
}

/** Taken outside working days or hours, a complaint counts from the next opening of a day that counts. null: the calendar knows no such working day. */
export function complaintDeadline(takenAt: Instant, plan: OfficePlan, rules: ComplaintRules): ComplaintDeadline | null {
  const start = plan.nextOpening(Date.parse(takenAt))
  const due = start === null ? null : plan.sameTimeAfter(start, rules.answerWithinWorkingDays)
  if (start === null || due === null) return null
  const iso = (ms: number) => new Date(ms).toISOString()
  const escalations = rules.escalations
    .map(({ level, to, afterWorkingDays }) => ({ level, to, at: plan.sameTimeAfter(start, afterWorkingDays) }))
    .flatMap(({ level, to, at }) => (at === null ? [] : [{ level, to, at: iso(at) }]))
    .sort((a, b) => a.level - b.level)
  return { startAt: iso(start), dueAt: iso(due), escalations }
}

export interface ComplaintStanding {
  readonly state: 'open' | 'due-soon' | 'late' | 'answered' | 'answered-late'
  /** The highest level reached before the answer; null: none yet. */
  readonly reached: Escalation | null
  /** The next level, should no answer come; null when answered or when there is none. */
  readonly next: Escalation | null
}

/** How a complaint stands at `now` (UTC). A level is reached at its very instant; a complaint is late after its own. */
export function complaintStanding(
  { dueAt, escalations }: ComplaintDeadline,
  answeredAt: Instant | null,
  now: Instant,
  { plan, rules }: { readonly plan: OfficePlan; readonly rules: Pick<ComplaintRules, 'dueSoonOfficeMinutes'> },
): ComplaintStanding {
  const end = Date.parse(answeredAt ?? now)
  const due = Date.parse(dueAt)
  const reached = escalations.findLast(({ at }) => Date.parse(at) <= end) ?? null
  if (answeredAt !== null) return { state: end > due ? 'answered-late' : 'answered', reached, next: null }
  const next = escalations.find(({ at }) => Date.parse(at) > end) ?? null
  if (end > due) return { state: 'late', reached, next }
  const soon = plan.officeTime(end, due) <= rules.dueSoonOfficeMinutes * 60_000
  return { state: soon ? 'due-soon' : 'open', reached, next }
}
