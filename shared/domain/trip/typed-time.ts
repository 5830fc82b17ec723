/** A time as people here type it: `8`, `8.30`, `08:30`, `0830`. Returns `08:30`; null while it is none. */
export function typedTime(text: string): string | null {
  const found = /^(\d{1,2})(?:[.:](\d{2}))?$/.exec(text.trim()) ?? /^(\d{2})(\d{2})$/.exec(text.trim())
  const [, hour = '', minute = '00'] = found ?? []
  if (!found || Number(hour) > 23 || Number(minute) > 59) return null
  return `${hour.padStart(2, '0')}:${minute}`
}
