/** Is `one` a later release than `other`? Both as `1.2.3`. */
export function isNewer(one: string, other: string): boolean {
  const [ones, others] = [numbersOf(one), numbersOf(other)]
  const at = ones.findIndex((number, index) => number !== others[index])
  return at >= 0 && (ones[at] ?? 0) > (others[at] ?? 0)
}

const numbersOf = (version: string): readonly number[] => version.split('.').map(Number)
