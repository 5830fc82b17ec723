import { usualAktaNumber, usualSkpwniNumber } from '../deed/deed-numbers.ts'
import { kkTroubles } from '../nik/kk-troubles.ts'
import { type KnownRegions, nikTroubles } from '../nik/nik-troubles.ts'
import { meantDigits, tidyNumber, zeroedBySheet } from '../nik/typed-number.ts'
import { assertNever } from '../result.ts'
import type { CalendarDay } from '../time.ts'
import type { Field } from './catalogue.ts'
import { type FiledFacts, letterKeys } from './filed-facts.ts'
import { type Problem, type ProblemCode, severityOf } from './problem.ts'
import { dayTroubles, emailTroubles, lengthTroubles, numberTroubles, phoneTroubles } from './value-troubles.ts'

interface Around {
  readonly today: CalendarDay
  readonly known: KnownRegions
}

/** What is wrong with the answer to one question. */
export function checkField(field: Field, { answers, day }: FiledFacts, known: KnownRegions): readonly Problem[] {
  if (field.kind === 'letter') return checkLetter(field, answers, day)
  const text = answers[field.id] ?? ''
  if (text.trim() === '') return field.required ? [problem(field, 'missing')] : []
  const codes = troublesOf(field, text, { today: day, known })
  return [...new Set(codes)].map((code) => problem(field, code, field.id, meantDigits(tidyNumber(text))))
}

function problem({ id }: Field, code: ProblemCode, key = id, proposal: string | null = null): Problem {
  const found = { place: { part: 'field', field: id, key }, code, severity: severityOf(code) } as const
  return proposal === null || !code.endsWith('-letters') ? found : { ...found, proposal }
}

function troublesOf(field: Field, text: string, { today, known }: Around): readonly ProblemCode[] {
  const { min, max } = field
  switch (field.kind) {
    case 'text':
      return lengthTroubles(text, min ?? 1, max ?? 500)
    case 'date':
      return dayTroubles(text, today, field.mayBeAhead)
    case 'number':
      return numberTroubles(text, min, max)
    case 'choice':
      return field.options?.some(({ id }) => id === text) ? [] : ['not-a-choice']
    case 'nik':
      return nikTroubles(text, {}, known)
    case 'niks':
      return listTroubles(text, known)
    case 'kk':
      return kkTroubles(text, today)
    case 'akta':
      return numberOfDeed(text, 40, usualAktaNumber(text) ? [] : ['akta-form'])
    case 'skpwni':
      return numberOfDeed(text, 60, usualSkpwniNumber(text) ? [] : ['skpwni-form'])
    case 'phone':
      return phoneTroubles(text)
    case 'email':
      return emailTroubles(text)
    // Its three answers are looked at one by one.
    case 'letter':
      return []
    default:
      return assertNever(field.kind)
  }
}

/** Free forms are in use: what is only unusual is said, and accepted. */
function numberOfDeed(text: string, max: number, unusual: readonly ProblemCode[]): readonly ProblemCode[] {
  const length = lengthTroubles(text, 3, max)
  return length.length > 0 ? length : unusual
}

function listTroubles(text: string, known: KnownRegions): readonly ProblemCode[] {
  const numbers = nikList(text)
  const twice = numbers.some((nik, at) => numbers.indexOf(nik) !== at)
  // Such a list is pasted, and then it comes from a spreadsheet.
  const zeroed: readonly ProblemCode[] = zeroedBySheet(numbers) ? ['nik-excel'] : []
  return [
    ...zeroed,
    ...numbers.flatMap((nik) => nikTroubles(nik, {}, known)),
    ...(twice ? (['nik-twice'] as const) : []),
  ]
}

/** The numbers of a field that takes several. */
export const nikList = (text: string): readonly string[] =>
  text
    .split(/[,;\n]+/)
    .map(tidyNumber)
    .filter((nik) => nik !== '')

function checkLetter(field: Field, answers: FiledFacts['answers'], today: CalendarDay): readonly Problem[] {
  const keys = letterKeys(field.id)
  const said = (key: string) => (answers[key] ?? '').trim()
  if (!field.required && Object.values(keys).every((key) => said(key) === '')) return []
  const troubles: Record<keyof typeof keys, (text: string) => readonly ProblemCode[]> = {
    number: (text) => lengthTroubles(text, 2, 60),
    date: (text) => dayTroubles(text, today),
    station: (text) => lengthTroubles(text, 3, 80),
  }
  return (['number', 'date', 'station'] as const).flatMap((part) => {
    const text = said(keys[part])
    const codes = text === '' ? (['missing'] as const) : troubles[part](text)
    return codes.map((code) => problem(field, code, keys[part]))
  })
}
