import { TZDate } from '@date-fns/tz'
import { format, startOfDay } from 'date-fns'
import type { CalendarDay, Instant } from '#shared/domain/time.ts'

/** The calendar day of an instant in a unit's zone. */
export const localDay = (at: Instant, zone: string): CalendarDay => format(new TZDate(at, zone), 'yyyy-MM-dd')

/** Day and minute by the clock on that unit's wall, for the name of a file. */
export const localMinute = (at: Instant, zone: string): string => format(new TZDate(at, zone), 'yyyy-MM-dd-HH-mm')

/** When that day began. */
export const dayStart = (at: Instant, zone: string): Instant =>
  new Date(startOfDay(new TZDate(at, zone)).getTime()).toISOString()
