import { isCalendarDay } from '../calendar/is-calendar-day.ts'
import type { CalendarDay } from '../time.ts'
import { meantDigits, shortenedBySheet, tidyNumber } from './typed-number.ts'

export type KkTrouble = 'kk-letters' | 'kk-excel' | 'kk-length' | 'kk-impossible' | 'kk-looks-like-nik' | 'kk-day'

/** What is wrong with the number of a KK as it was typed: region, day of issue DDMMYY, serial. Its shape is that of a man's NIK. */
export function kkTroubles(typed: string, today: CalendarDay): readonly KkTrouble[] {
  const kk = tidyNumber(typed)
  if (shortenedBySheet(typed)) return ['kk-excel']
  if (meantDigits(kk) !== null) return ['kk-letters']
  if (!/^\d{16}$/.test(kk)) return ['kk-length']
  if (/^(\d)\1{15}$/.test(kk) || kk.endsWith('0000')) return ['kk-impossible']
  const day = Number(kk.slice(6, 8))
  if (day > 40 && day < 72) return ['kk-looks-like-nik']
  const issued = `20${kk.slice(10, 12)}-${kk.slice(8, 10)}-${kk.slice(6, 8)}`
  return isCalendarDay(issued) && issued <= today ? [] : ['kk-day']
}
