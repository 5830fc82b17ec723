/** `-7.257472, 112.752088`, as a phone copies it; a comma for the point is read where a semicolon or blank parts the two. null: no place on earth. */
export function readPosition(text: string): { readonly lat: number; readonly lon: number } | null {
  const parts = text.includes(';') ? text.split(';') : text.trim().split(/\s*,\s+|\s+|(?<=\.\d+),(?=-?\d)/)
  const [lat, lon] = parts.map((part) => Number(part.trim().replace(',', '.')))
  if (parts.length !== 2 || parts.some((part) => part.trim() === '') || lat === undefined || lon === undefined)
    return null
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon } : null
}
