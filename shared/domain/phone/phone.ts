/** `+62 812-3456-7890`, `62812…`, `812…` and `0812…` as `081234567890`; null where it is neither a mobile nor a land line of Indonesia. */
export function phoneFrom(typed: string): string | null {
  const digits = typed.replaceAll(/[\s.\-()]/g, '')
  if (!/^\+?\d+$/.test(digits)) return null
  const national = digits.replace(/^(\+62|62|0062)0?/, '0').replace(/^8/, '08')
  const fits = /^08\d{8,11}$/.test(national) || /^0[2-79]\d{7,10}$/.test(national)
  return fits ? national : null
}
