import { isCalendarDay } from '../calendar/is-calendar-day.ts'
import { adultAge, hasTurned } from '../card/age.ts'
import type { CalendarDay } from '../time.ts'

/** What a NIK of 16 digits says of its holder's sex: women have 40 added to the day. */
export const sexByNik = (nik: string): 'male' | 'female' => (Number(nik.slice(6, 8)) > 40 ? 'female' : 'male')

/** The day of birth of this NIK is another than this one; its two digits of the year fit every century. */
export function bornOtherwise(nik: string, born: CalendarDay): boolean {
  const day = String(Number(nik.slice(6, 8)) % 40).padStart(2, '0')
  return (
    `${born.slice(2, 4)}${born.slice(5, 7)}${born.slice(8, 10)}` !== `${nik.slice(10, 12)}${nik.slice(8, 10)}${day}`
  )
}

/**
 * The day of birth that a NIK most probably means: of this century unless that is still to come; of who holds a KTP-el the one that makes them 17.
 * Null where no calendar has the day.
 */
export function birthDateByNik(nik: string, today: CalendarDay, holdsKtp = false): CalendarDay | null {
  const day = String(Number(nik.slice(6, 8)) % 40).padStart(2, '0')
  const candidates = ['20', '19'].map((century) => `${century}${nik.slice(10, 12)}-${nik.slice(8, 10)}-${day}`)
  const possible = candidates.filter((born) => isCalendarDay(born) && born <= today)
  const grown = possible.filter((born) => hasTurned(born, adultAge, today))
  return (holdsKtp ? (grown[0] ?? possible[0]) : possible[0]) ?? null
}
