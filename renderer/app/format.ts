import type { TFunction } from 'i18next'
import { createContext, useContext, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useEngineQuery } from './engine-hooks.ts'

const dayInSeconds = 86_400
const localeOf = (language: string) => (language === 'en' ? 'en-GB' : 'id-ID')
const zoneNames: Readonly<Record<string, string>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
}

export interface Format {
  /** `09.14` */
  time(at: string): string
  /** `09.14 WIB` */
  timeWithZone(at: string): string
  /** `23 Nov 15.40` */
  dateTime(at: string): string
  /** `23 Nov`: the day of an instant, for narrow places. */
  shortDay(at: string): string
  /** `Selasa, 24 November 2026` */
  longDate(at: string): string
  /** `Senin 23 Nov 08.12` */
  dayTime(at: string): string
  /** Calendar day as `Sabtu 28 Nov`. */
  dayLong(day: string): string
  /** Calendar day `2026-11-24` as `24 Nov 2026`. */
  day(day: string): string
  /** Calendar month `2026-11` as `November 2026`; `short` for charts: `Nov`. */
  month(month: string, short?: 'short'): string
  /** Calendar day as `Sel`. */
  weekday(day: string): string
  /** Today `09.14`, yesterday `kemarin 16.02`, else `20 Nov 11.30`; null says never. */
  when(at: string | null, now?: number): string
  /** The calendar day of the unit's zone, as `2026-11-24`. */
  today(): string
  /** `3 jam 12 menit`: the two largest units of a number of seconds; `short` for tables: `3 jam 12 mnt`. */
  duration(seconds: number, short?: 'short'): string
  /** `2 mnt`, `3 jam`, `baru saja`: one unit, for narrow places. */
  age(at: string, now?: number): string
  number(value: number): string
  /** 0.974 as `97,4 %`. */
  percent(share: number): string
  /** `84 KB` */
  bytes(count: number): string
}

/** Screen formats of one zone and one language. Dots in times, as the office writes them. */
export function formatOf(zone: string, language: string, t: TFunction<'common'>): Format {
  const locale = localeOf(language)
  return { ...momentsOf(zone, locale, t), ...daysOf(locale), ...spansOf(t), ...amountsOf(locale) }
}

type Moments = Pick<
  Format,
  'time' | 'timeWithZone' | 'dateTime' | 'shortDay' | 'dayTime' | 'longDate' | 'when' | 'today'
>

/** Instants, as a clock in the zone shows them. */
function momentsOf(zone: string, locale: string, t: TFunction<'common'>): Moments {
  const inZone = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: zone, ...options })
  const clock = inZone({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const shortDay = inZone({ day: 'numeric', month: 'short' })
  const weekday = inZone({ weekday: 'long' })
  const long = inZone({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  const isoDay = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' })

  const time = (at: string) => clock.format(new Date(at)).replace(':', '.')
  const dateTime = (at: string) => `${shortDay.format(new Date(at))} ${time(at)}`
  const when = (at: string | null, now = Date.now()) => {
    if (at === null) return t('time.never')
    const day = isoDay.format(new Date(at))
    if (day === isoDay.format(now)) return t('time.today', { time: time(at) })
    if (day === isoDay.format(now - dayInSeconds * 1000)) return t('time.yesterday', { time: time(at) })
    return dateTime(at)
  }
  return {
    time,
    timeWithZone: (at) => `${time(at)} ${zoneNames[zone] ?? ''}`.trim(),
    dateTime,
    shortDay: (at) => shortDay.format(new Date(at)),
    dayTime: (at) => `${weekday.format(new Date(at))} ${dateTime(at)}`,
    longDate: (at) => long.format(new Date(at)),
    when,
    today: () => isoDay.format(Date.now()),
  }
}

/** Calendar days, which have no zone. */
function daysOf(locale: string): Pick<Format, 'day' | 'dayLong' | 'month' | 'weekday'> {
  const dates = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options })
    return (day: string) => format.format(new Date(`${day}T00:00:00Z`))
  }
  return {
    day: dates({ day: 'numeric', month: 'short', year: 'numeric' }),
    dayLong: (day) => `${dates({ weekday: 'long' })(day)} ${dates({ day: 'numeric', month: 'short' })(day)}`,
    weekday: dates({ weekday: 'short' }),
    month: (month, short) =>
      (short ? dates({ month: 'short' }) : dates({ month: 'long', year: 'numeric' }))(`${month}-01`),
  }
}

/** How long, and how long ago. */
function spansOf(t: TFunction<'common'>): Pick<Format, 'duration' | 'age'> {
  const duration = (seconds: number, short?: 'short') => {
    const minutes = Math.max(0, Math.floor(seconds / 60))
    const parts = [
      [Math.floor(minutes / 1440), 'duration.days'],
      [Math.floor((minutes % 1440) / 60), 'duration.hours'],
      [minutes % 60, short ? 'duration.minutesShort' : 'duration.minutes'],
    ] as const
    const shown = parts.filter(([count]) => count > 0).slice(0, 2)
    return shown.length === 0
      ? t('duration.minutes', { count: 0 })
      : shown.map(([count, key]) => t(key, { count })).join(' ')
  }
  const age = (at: string, now = Date.now()) => {
    const minutes = Math.floor((now - Date.parse(at)) / 60_000)
    if (minutes < 1) return t('duration.moment')
    if (minutes < 60) return t('duration.minutesShort', { count: minutes })
    if (minutes < 1440) return t('duration.hours', { count: Math.floor(minutes / 60) })
    return t('duration.days', { count: Math.floor(minutes / 1440) })
  }
  return { duration, age }
}

function amountsOf(locale: string): Pick<Format, 'number' | 'percent' | 'bytes'> {
  const numbers = new Intl.NumberFormat(locale)
  const shares = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  const bytes = (count: number) => {
    const [unit, size] = count >= 1e9 ? ['GB', 1e9] : count >= 1e6 ? ['MB', 1e6] : (['KB', 1e3] as const)
    return `${shares.format(Math.round((count / size) * 10) / 10)} ${unit}`
  }
  return {
    number: (value) => numbers.format(value),
    percent: (share) => `${shares.format(share * 100)} %`,
    bytes,
  }
}

/** Made once for all screens: a list draws thirty rows for one key, each with its own dates. */
export const FormatContext = createContext<Format | null>(null)

/** Formats of the unit's zone and the chosen language. */
export function useFormat(): Format {
  const format = useContext(FormatContext)
  if (!format) throw new Error('FormatContext is missing above this component')
  return format
}

/** The formats that FormatContext hands on. */
export function useUnitFormat(): Format {
  const { t, i18n } = useTranslation('common')
  const status = useEngineQuery('app.status', {})
  const zone = status.data?.device?.zone ?? 'Asia/Jakarta'
  return useMemo(() => formatOf(zone, i18n.language, t), [zone, i18n.language, t])
}
