/** UTC+7 without daylight saving, as Surabaya has it. */
const zoneMs = 7 * 3_600_000
export const hour = 3_600_000
export const day = 24 * hour

export const instant = (ms: number): string => new Date(ms).toISOString()

/** Calendar day in Surabaya. */
export const localDay = (ms: number): string => new Date(ms + zoneMs).toISOString().slice(0, 10)

/** 1x24 h: the same time on the next working day; in this city Saturday does not count. Holidays come with the office calendar. */
export function dueAfter(acceptedMs: number): number {
  let due = acceptedMs + day
  while ([0, 6].includes(new Date(due + zoneMs).getUTCDay())) due += day
  return due
}

/** An hour of office on the last working day at or before. */
export function officeHour(ms: number, hourOfDay: number): number {
  let at = Math.floor((ms + zoneMs) / day) * day - zoneMs + hourOfDay * hour
  while ([0, 6].includes(new Date(at + zoneMs).getUTCDay())) at -= day
  return at
}
