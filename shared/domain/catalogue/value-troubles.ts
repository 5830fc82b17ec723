import { isCalendarDay } from '../calendar/is-calendar-day.ts'
import { birthday } from '../card/age.ts'
import { phoneFrom } from '../phone/phone.ts'
import type { CalendarDay } from '../time.ts'
import type { ProblemCode } from './problem.ts'

/** Nobody is older, and no letter either. */
const longAgoYears = 120

export function dayTroubles(text: string, today: CalendarDay, mayBeAhead = false): readonly ProblemCode[] {
  if (!isCalendarDay(text)) return ['no-such-day']
  if (text > today && !mayBeAhead) return ['day-ahead']
  return birthday(text, longAgoYears) <= today ? ['day-long-ago'] : []
}

export function lengthTroubles(text: string, min: number, max: number): readonly ProblemCode[] {
  const { length } = text.trim()
  if (length < min) return ['too-short']
  return length > max ? ['too-long'] : []
}

export function numberTroubles(text: string, min = 0, max = Number.MAX_SAFE_INTEGER): readonly ProblemCode[] {
  if (!/^\d{1,15}$/.test(text.trim())) return ['not-a-number']
  const value = Number(text)
  if (value < min) return ['too-small']
  return value > max ? ['too-large'] : []
}

export const phoneTroubles = (text: string): readonly ProblemCode[] => (phoneFrom(text) === null ? ['phone-form'] : [])

export const emailTroubles = (text: string): readonly ProblemCode[] =>
  /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(text.trim()) ? [] : ['email-form']
