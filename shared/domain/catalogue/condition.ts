import { isCalendarDay } from '../calendar/is-calendar-day.ts'
import { hasTurned } from '../card/age.ts'
import { applicantField, type FiledFacts } from './filed-facts.ts'

/**
 * When something of a service is asked for: data of the region pack, so a closed form and no code. What is not known yet fulfils nothing, so that
 * a question is put before its consequences.
 */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  /** The answer to this field is one of these. */
  | { readonly answer: string; readonly is: readonly string[] }
  /** The applicant applies as one of these. */
  | { readonly applicant: readonly string[] }
  /** This person has turned so many years. */
  | { readonly person: string; readonly atLeast: number }
  /** This person's birthday of so many years is still to come. */
  | { readonly person: string; readonly under: number }
  | { readonly person: string; readonly married: boolean }
  /** Since the day answered in this field so many days or months have passed. */
  | { readonly since: string; readonly atLeast: number; readonly unit: 'days' | 'months' }

/** Does it hold, as far as is known? Absent: always. */
export function holds(condition: Condition | undefined, facts: FiledFacts): boolean {
  if (condition === undefined) return true
  if ('all' in condition) return condition.all.every((one) => holds(one, facts))
  if ('any' in condition) return condition.any.some((one) => holds(one, facts))
  if ('not' in condition) return !holds(condition.not, facts)
  if ('answer' in condition) return condition.is.includes(facts.answers[condition.answer] ?? '')
  if ('applicant' in condition) return condition.applicant.includes(facts.answers[applicantField] ?? '')
  if ('since' in condition) return passed(condition, facts)
  const person = facts.people[condition.person]
  if ('married' in condition) return person?.married === condition.married
  if (!isCalendarDay(person?.birthDate)) return false
  if ('atLeast' in condition) return hasTurned(person.birthDate, condition.atLeast, facts.day)
  return !hasTurned(person.birthDate, condition.under, facts.day)
}

function passed(
  { since, atLeast, unit }: Extract<Condition, { since: string }>,
  { answers, day }: FiledFacts,
): boolean {
  const from = answers[since]
  if (!isCalendarDay(from)) return false
  const [year, month, date] = from.split('-').map(Number) as [number, number, number]
  const then = unit === 'days' ? Date.UTC(year, month - 1, date + atLeast) : Date.UTC(year, month - 1 + atLeast, date)
  return new Date(then).toISOString().slice(0, 10) <= day
}
