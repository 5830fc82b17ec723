import { calendarDay } from '#shared/domain/calendar/calendar-day.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { ReadSet } from '../stores.ts'

/**
 * `0232/BST/3578071004-02/2026`: counter of this device, generation and year; a generation after the first shows as `-02.2`. `take` reads or takes
 * the next number of a counter. Throws where the device has no identity yet.
 */
export async function receiptNumber(
  db: Pick<ReadSet, 'device' | 'directory' | 'settings'>,
  now: Instant,
  take: (counter: string) => Promise<number>,
): Promise<string> {
  const device = await db.device.current()
  if (device === null) throw new Error('a receipt needs an enrolled device')
  const unit = await db.directory.unit(device.homeScope)
  const year = calendarDay(now, unit?.zone ?? (await db.settings.region()).zone).slice(0, 4)
  const generation = device.generation === 1 ? '' : `.${device.generation}`
  const series = `${device.homeScope}-${device.deviceCode}${generation}/${year}`
  const number = await take(`receipt ${series}`)
  return `${String(number).padStart(4, '0')}/BST/${series}`
}
