import fc from 'fast-check'

export const pad = (value: number, length = 2): string => String(value).padStart(length, '0')

/** By the rule of the calendar, without any of the code's. */
export const monthLength = (year: number, month: number): number => {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
}

const daysOf = (year: number): readonly string[] =>
  Array.from({ length: 12 }, (_, at) => at + 1).flatMap((month) =>
    Array.from({ length: monthLength(year, month) }, (_, at) => `${year}-${pad(month)}-${pad(at + 1)}`),
  )

export const leapDays = daysOf(2000)

/** A day from the first to the last, often one at the edge of a year, a month or a leap day. */
export function anyDay(first: string, last: string): fc.Arbitrary<string> {
  const year = fc.integer({ min: Number(first.slice(0, 4)), max: Number(last.slice(0, 4)) })
  const within = (days: readonly string[]) => days.filter((day) => day >= first && day <= last)
  const edges = (days: readonly string[]) => days.filter((day) => /-(01-01|12-31|02-28|02-29|03-01|..-01)$/.test(day))
  return year.chain((of) => {
    const days = within(daysOf(of))
    const some = edges(days)
    return some.length > 0 ? fc.oneof(fc.constantFrom(...days), fc.constantFrom(...some)) : fc.constantFrom(...days)
  })
}

/** The day before, the day, the day after. */
export function around(day: string): readonly string[] {
  const at = Date.parse(`${day}T00:00:00Z`)
  return [-1, 0, 1].map((days) => new Date(at + days * 86_400_000).toISOString().slice(0, 10))
}

/** In a year without 29 February who was born on it has the birthday on 1 March. */
export function birthdayOf(born: string, years: number): string {
  const year = Number(born.slice(0, 4)) + years
  const leap = born.endsWith('-02-29') && monthLength(year, 2) === 28
  return leap ? `${year}-03-01` : `${year}${born.slice(4)}`
}
