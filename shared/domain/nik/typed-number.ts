/** A number of 16 digits (NIK, KK) as people type or paste it: with spaces, dots, dashes, Excel's apostrophe before it. */
export const tidyNumber = (typed: string): string => typed.replaceAll(/[\s.\-'’`]/g, '')

const asDigit: Readonly<Record<string, string>> = { O: '0', o: '0', I: '1', l: '1' }

/** The digits that were meant by O, I and l, to be shown before they are taken; null where no letter is one of these, or others are there. */
export function meantDigits(tidy: string): string | null {
  if (/^\d*$/.test(tidy) || !/^[\dOoIl]+$/.test(tidy)) return null
  return tidy.replaceAll(/[OoIl]/g, (letter) => asDigit[letter] ?? letter)
}

/** `3,57811E+15`: a spreadsheet has shortened it, and the last digits are lost for good. */
export const shortenedBySheet = (typed: string): boolean => /^\s*\d([.,]\d+)?E\+?\d+\s*$/i.test(typed)

/** A spreadsheet keeps 15 digits and makes the 16th a zero: one number of ten ends so by itself, all of a list hardly ever. */
export function zeroedBySheet(numbers: readonly string[]): boolean {
  return numbers.length > 1 && numbers.every((number) => /^\d{15}0$/.test(number))
}
