import { terbilang } from '../money/terbilang.ts'
import { localTime, weekday } from '../receipt/paper-date.ts'
import type { CalendarDay, Instant } from '../time.ts'
import { paperWords } from './words.ts'

/** `2026-11-24` -> `24 November 2026`. */
export function writtenDay(day: CalendarDay): string {
  const [year, month, date] = partsOf(day)
  return `${date} ${paperWords.months[month - 1]} ${year}`
}

/** `Selasa, 24 November 2026`. */
export const writtenWeekday = (day: CalendarDay): string => `${weekday(day)}, ${writtenDay(day)}`

/** `Selasa, 24 November 2026 pukul 15.23 WIB`. Throws RangeError on a zone that does not exist. */
export function writtenTime(at: Instant, zone: string): string {
  const { day, time } = localTime(at, zone)
  return `${writtenWeekday(day)} pukul ${time}`
}

/**
 * As a berita acara begins: `Selasa, tanggal dua puluh empat, bulan November, tahun dua ribu dua puluh enam (24-11-2026), pukul 15.23 WIB`.
 * Throws RangeError on a zone that does not exist.
 */
export function solemnTime(at: Instant, zone: string): string {
  const local = localTime(at, zone)
  const [year, month, date] = partsOf(local.day)
  const figures = local.day.split('-').reverse().join('-')
  const said = `tanggal ${terbilang(date)}, bulan ${paperWords.months[month - 1]}, tahun ${terbilang(year)}`
  return `${local.weekday}, ${said} (${figures}), pukul ${local.time}`
}

function partsOf(day: CalendarDay): readonly [year: number, month: number, date: number] {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return [year, month, date]
}
