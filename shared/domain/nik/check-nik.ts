import { adultAge, hasTurned } from '../card/age.ts'
import type { CalendarDay } from '../time.ts'

/** Can this be a NIK at all: 16 digits, not all the same, a serial number from 0001? There is no check digit. */
export const isNik = (text: string): boolean =>
  /^\d{16}$/.test(text) && !/^(\d)\1{15}$/.test(text) && !text.endsWith('0000')

/** No such day of birth (DDMMYY, women DD + 40): nearly always mistyped, yet some old NIK are so. */
export function birthDayDoubtful(nik: string): boolean {
  const [day, month, year] = [nik.slice(6, 8), nik.slice(8, 10), nik.slice(10, 12)].map(Number)
  if (day === undefined || month === undefined || year === undefined) return true
  // Of both centuries the leap years fall together, save 1900, which nobody alive was born in.
  const date = new Date(Date.UTC(2000 + year, month - 1, day % 40))
  return day > 71 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day % 40 || month > 12
}

/** Its first two digits are no province. `provinces`: two digits each, as known here; none: not checked. */
export const provinceUnknown = (nik: string, provinces: readonly string[]): boolean =>
  provinces.length > 0 && !provinces.includes(nik.slice(0, 2))

/** By its day of birth the holder is under 17, or over a hundred: the NIK has no century. `today` is a local calendar day. */
export function youngByNik(nik: string, today: CalendarDay): boolean {
  const day = String(Number(nik.slice(6, 8)) % 40).padStart(2, '0')
  const born = `20${nik.slice(10, 12)}-${nik.slice(8, 10)}-${day}`
  return born <= today && !hasTurned(born, adultAge, today)
}
