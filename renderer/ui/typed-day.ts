/**
 * A day as people here type it, day first: `20-11-2026`, `5/1/2026`, `20.11.2026`, `20112026`. Returns `2026-11-20`; null while it
 * is no whole, real day yet.
 */
export function typedDay(text: string): string | null {
  const found =
    /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(text.trim()) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(text.trim())
  if (!found) return null
  const [, day = '', month = '', year = ''] = found
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const real = new Date(`${written}T00:00:00Z`)
  // 31 February would become 3 March.
  return !Number.isNaN(real.getTime()) && real.toISOString().startsWith(written) ? written : null
}
