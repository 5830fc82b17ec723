import { officeDay } from '#shared/domain/office-calendar/office-calendar.ts'
import { OfficePlan } from '#shared/domain/office-calendar/office-plan.ts'
import { unitCalendar } from '#shared/domain/office-calendar/unit-calendar.ts'
import { readRegionPack } from '../region/areas.ts'

/** UTC+7 without daylight saving, as Surabaya has it. */
const zoneMs = 7 * 3_600_000
export const hour = 3_600_000
export const day = 24 * hour

export const instant = (ms: number): string => new Date(ms).toISOString()

/** Calendar day in Surabaya. */
export const localDay = (ms: number): string => new Date(ms + zoneMs).toISOString().slice(0, 10)

/** The city's own office calendar: what is late by the program's clock is late here. */
export const office = new OfficePlan(
  unitCalendar({ scope: 'SIMULATED', kind: 'kelurahan', zone: 'Asia/Jakarta' }, readRegionPack()),
)

/** 1x24 h: the same time on the next working day, counted from the next opening of a day that counts. */
export function dueAfter(acceptedMs: number): number {
  const start = office.nextOpening(acceptedMs) ?? acceptedMs
  return office.sameTimeAfter(start, 1) ?? start + day
}

/** So much office time after an instant. */
export const afterOfficeTime = (ms: number, amount: number): number => office.afterOfficeTime(ms, amount) ?? ms + amount

/** An hour of office on the last working day at or before. */
export function officeHour(ms: number, hourOfDay: number): number {
  let at = Math.floor((ms + zoneMs) / day) * day - zoneMs + hourOfDay * hour
  while (!officeDay(office.calendar, localDay(at)).working) at -= day
  return at
}
