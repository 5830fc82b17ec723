import { calendarDay } from '#shared/domain/calendar/calendar-day.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { ReadSet } from './stores.ts'

/**
 * Laporan jemput bola (LJB); bukti serah terima, berita acara penerimaan, pengiriman (keluar), retur, kartu lama (musnah), harian; kuitansi, komplain; daftar serah terima.
 */
export type PaperSeries = 'BST' | 'BAP' | 'BAK' | 'BAR' | 'BAM' | 'BAH' | 'KWT' | 'KMP' | 'DST' | 'LJB'

/**
 * `0232/BST/3578071004-02/2026`: counter of this device for the series, device, generation and year; a generation after the first shows as `-02.2`, and a
 * computer that may be an earlier state of the device, or a copy, marks its numbers: `-02.X7KQ`.
 * `take` reads or takes the next number of a counter. Throws where the device has no identity yet.
 */
export async function paperNumber(
  db: Pick<ReadSet, 'device' | 'directory' | 'settings'>,
  series: PaperSeries,
  now: Instant,
  take: (counter: string) => Promise<number>,
): Promise<string> {
  const device = await db.device.current()
  if (device === null) throw new Error('a number needs an enrolled device')
  const unit = await db.directory.unit(device.homeScope)
  const year = calendarDay(now, unit?.zone ?? (await db.settings.region()).zone).slice(0, 4)
  const generation = device.generation === 1 ? '' : `.${device.generation}`
  const mark = device.numberMark ? `.${device.numberMark}` : ''
  const desk = `${device.homeScope}-${device.deviceCode}${generation}${mark}/${year}`
  const number = await take(`${series === 'BST' ? 'receipt' : series} ${desk}`)
  return `${String(number).padStart(4, '0')}/${series}/${desk}`
}
