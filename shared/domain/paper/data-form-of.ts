import { isCalendarDay } from '../calendar/is-calendar-day.ts'
import { holds } from '../catalogue/condition.ts'
import type {
  AnsweredRow,
  DataPart,
  FormAnswer,
  FormCase,
  FormColumn,
  FormRow,
  FormTick,
} from '../catalogue/data-form.ts'
import type { FiledPerson } from '../catalogue/filed-facts.ts'
import type { FormDatum } from '../catalogue/form-datum.ts'
import type { CalendarDay } from '../time.ts'
import type { DataPiece, DataRow, DataValue, Ticked } from './data-form.ts'
import type { PersonOf, Said } from './said.ts'
import { paperWords } from './words.ts'
import { writtenDay } from './written-date.ts'

const words = paperWords.statement
const digits: Partial<Record<FormDatum, number>> = { nik: 16, kk: 16, phone: 13 }

export const printedFor = (part: DataPart, { service }: Said): boolean => part.in?.includes(service.code) ?? true

/** A part of a table of data with what is known. Numbers are never printed: there are boxes for them. */
export function dataPieceOf(part: DataPart, personOf: PersonOf, said: Said): DataPiece {
  const section = part.section ?? null
  if ('rows' in part)
    return { section, from: part.from ?? 1, rows: part.rows.flatMap((row) => rowsOf(row, personOf, said)) }
  if ('table' in part) return { section, ...tableOf(part, personOf, said) }
  const lists = part.lists.map(({ head, ticks }) => ({
    head: head ?? null,
    ticks: ticks.map((one) => tick(one, said)),
  }))
  return { section, lists }
}

function rowsOf(row: FormRow, personOf: PersonOf, said: Said): readonly DataRow[] {
  if ('person' in row) {
    const person = inOne(row.cases, said) ? personOf(row.person) : {}
    return row.ask.map((datum) => ({ label: words.datum[datum], value: factOf(datum, person) }))
  }
  const { label } = row
  if ('ticks' in row) return [{ label, value: { ticks: row.ticks.map((one) => tick(one, said)) } }]
  return [{ label, value: answeredIn(row, answerOf(row, said)) }]
}

/** What is no day or does not fit into its boxes is written out all the same. */
function answeredIn({ day, boxes }: AnsweredRow, text: string | null): DataValue {
  const given = dayIn(text)
  if (day && (text === null || given)) return { day: given }
  if (boxes !== undefined && (text === null || (/^\d+$/.test(text) && text.length <= boxes))) return { boxes, text }
  return { text: readable(text) }
}

function factOf(datum: FormDatum, person: FiledPerson): DataValue {
  const boxes = digits[datum]
  if (boxes !== undefined) return { boxes, text: null }
  if (datum === 'birthDate') return { day: dayIn(person.birthDate) }
  if (datum !== 'sex') return { text: textOf(datum, person) }
  const { male, female } = words.sex
  return {
    ticks: [
      { label: male, ticked: person.sex === 'male' },
      { label: female, ticked: person.sex === 'female' },
    ],
  }
}

function textOf(datum: FormDatum, person: FiledPerson): string | null {
  if (datum === 'name' || datum === 'nationality' || datum === 'address' || datum === 'birthPlace' || datum === 'email')
    return person[datum] || null
  if (datum === 'sex') return person.sex ? words.sex[person.sex] : null
  return datum === 'birthDate' ? readable(person.birthDate ?? null) : null
}

const dayIn = (text: string | null | undefined): CalendarDay | null => (text && isCalendarDay(text) ? text : null)

/** A day in words. */
const readable = (text: string | null): string | null => (text && isCalendarDay(text) ? writtenDay(text) : text)

function tick({ label, plain, cases, papers = [] }: FormTick, said: Said): Ticked {
  if (plain) return { label, ticked: null }
  const shown = papers.some((id) => (said.facts.requirements[id]?.how ?? 'missing') !== 'missing')
  return { label, ticked: shown || (cases !== undefined && inOne(cases, said)) }
}

/** No cases named: in all. */
const inOne = (cases: readonly FormCase[] | undefined, { service, facts }: Said): boolean =>
  cases === undefined || cases.some(({ services, when }) => services.includes(service.code) && holds(when, facts))

function answerOf({ answer = [], joined, cases }: FormAnswer, said: Said): string | null {
  if (!inOne(cases, said)) return null
  const given = answer.flatMap((id) => worded(id, said.facts.answers[id] ?? '', said) || [])
  return (joined === undefined ? given[0] : given.join(joined)) || null
}

/** As the citizen reads it. A letter's own keys (`ruling.number`) are no field's. */
function worded(id: string, answered: string, { service }: Said): string | null {
  const field = service.fields.find((one) => one.id === id)
  switch (field?.kind) {
    case 'nik':
    case 'kk':
    case 'akta':
    case 'skpwni':
    case 'phone':
      return null
    case 'niks':
      return answered && words.people(membersIn(answered))
    case 'choice':
      return field.options?.find((one) => one.id === answered)?.label ?? null
    default:
      return answered
  }
}

const membersIn = (answered: string): number => answered.split(/[^0-9]+/).filter(Boolean).length

type Table = Extract<DataPart, { table: unknown }>

function tableOf({ table, count, people = [], members }: Table, personOf: PersonOf, said: Said) {
  const named = different(people.map((role) => personOf([role])).filter(({ name }) => name))
  const further = members === undefined ? 0 : membersIn(said.facts.answers[members] ?? '')
  const rows = Math.max(count, named.length + further)
  return {
    table: table.map(({ label, group, width, ask }) => {
      return { label, group: group ?? null, width: width ?? null, boxes: (ask && digits[ask]) ?? 0 }
    }),
    cells: Array.from({ length: rows }, (_, at) => table.map((column) => cellOf(column, at, named[at] ?? {}, said))),
  }
}

/** Answers stand in the first row. */
const cellOf = (column: FormColumn, at: number, person: FiledPerson, said: Said): string | null =>
  column.ask ? textOf(column.ask, person) : at === 0 ? readable(answerOf(column, said)) : null

/** Who has two roles is one of the family. */
const different = (people: readonly FiledPerson[]): readonly FiledPerson[] =>
  people.filter(({ nik }, at) => !nik || people.findIndex((one) => one.nik === nik) === at)
