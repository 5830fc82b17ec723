/** The PIN that a person sets on one desk to open its lock screen. It is six digits; the password stands behind it. */
export type UnlockPinFault = 'pin-form' | 'pin-same' | 'pin-sequence' | 'pin-year'

/** After so many wrong ones the password is asked. */
export const unlockPinTries = 3

const digits = 6

/** Why a PIN is too easily guessed; null: it is not. */
export function unlockPinFault(pin: string): UnlockPinFault | null {
  if (!/^\d+$/.test(pin) || pin.length !== digits) return 'pin-form'
  if (isRepeated(pin)) return 'pin-same'
  if (isSequence(pin)) return 'pin-sequence'
  return isDate(pin) ? 'pin-year' : null
}

/** 000000, 121212, 123123: a part said again and again; and pairs (112233). */
function isRepeated(pin: string): boolean {
  const again = [1, 2, 3].some((length) => pin === pin.slice(0, length).repeat(digits / length))
  return again || /^(\d)\1(\d)\2(\d)\3$/.test(pin)
}

/** Each digit one more, or one less, than the one before; after 9 comes 0. */
function isSequence(pin: string): boolean {
  const steps = [...pin].slice(1).map((digit, at) => (Number(digit) - Number(pin[at]) + 10) % 10)
  return steps.every((step) => step === 1) || steps.every((step) => step === 9)
}

/** A date written as six digits (170845, 450817, 081945) or a year of the last hundred within it (199312, 121993): what a birthday looks like. */
function isDate(pin: string): boolean {
  const [a, b, c] = [Number(pin.slice(0, 2)), Number(pin.slice(2, 4)), Number(pin.slice(4))]
  const isMonth = (number: number) => number >= 1 && number <= 12
  const isDay = (number: number) => number >= 1 && number <= 31
  if ((isDay(a) && isMonth(b)) || (isMonth(b) && isDay(c))) return true
  return [pin.slice(0, 4), pin.slice(2)].some((year) => /^(19[2-9]|20[0-3])\d$/.test(year))
}
