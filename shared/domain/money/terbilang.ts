const small = [
  'nol',
  'satu',
  'dua',
  'tiga',
  'empat',
  'lima',
  'enam',
  'tujuh',
  'delapan',
  'sembilan',
  'sepuluh',
  'sebelas',
] as const

/** Size, its word, and what "one" of it is called where that is one word (seribu). */
const scales = [
  [1_000_000_000, 'miliar', null],
  [1_000_000, 'juta', null],
  [1_000, 'ribu', 'seribu'],
  [100, 'ratus', 'seratus'],
] as const

/** The largest amount that can be said. */
export const largestTerbilang = 999_999_999_999

/** 50000 -> `lima puluh ribu`. Throws RangeError unless it is a whole number from 0 to 999 999 999 999. */
export function terbilang(number: number): string {
  if (!Number.isInteger(number) || number < 0 || number > largestTerbilang)
    throw new RangeError(`no words for ${number}`)
  return number === 0 ? small[0] : wordsOf(number).join(' ')
}

/** 50000 -> `lima puluh ribu rupiah`, as a kuitansi has it. Throws like `terbilang`. */
export const rupiahInWords = (amount: number): string => `${terbilang(amount)} rupiah`

function wordsOf(number: number): string[] {
  if (number === 0) return []
  if (number < small.length) return [small[number] ?? '']
  if (number < 20) return [...wordsOf(number - 10), 'belas']
  if (number < 100) return [...wordsOf(Math.floor(number / 10)), 'puluh', ...wordsOf(number % 10)]
  for (const [size, word, one] of scales) {
    const count = Math.floor(number / size)
    if (count > 0) return [...(one && count === 1 ? [one] : [...wordsOf(count), word]), ...wordsOf(number % size)]
  }
  return []
}
