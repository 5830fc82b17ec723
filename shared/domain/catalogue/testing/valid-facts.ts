import { birthday } from '../../card/age.ts'
import type { CalendarDay } from '../../time.ts'
import { questionsFor, requirementsFor } from '../asked-now.ts'
import type { Datum, Field, PersonRole, Requirement, Service } from '../catalogue.ts'
import type { Condition } from '../condition.ts'
import { applicantField, type FiledFacts, type FiledPerson, type FiledRequirement, letterKeys } from '../filed-facts.ts'

/** One way to file a service; what is not said is the first that there is. */
export interface Variant {
  readonly answers: Readonly<Record<string, string>>
  /** Ages of people whose age decides something. */
  readonly ages: Readonly<Record<string, number>>
}

/** Each way to apply, each option and each age that decides something, once. */
export function variantsOf(service: Service): readonly Variant[] {
  const applicants = service.whoMayApply.map(({ id }) => ({ answers: { [applicantField]: id }, ages: {} }))
  const options = service.fields.flatMap(({ id, options = [] }) =>
    options.map((option) => ({ answers: { [id]: option.id }, ages: {} })),
  )
  const years = service.people.flatMap((role) =>
    decidingYears(service, role.id)
      .flatMap((year) => [year - 1, year])
      .filter((age) => age >= (role.age?.atLeast ?? 0) && age < (role.age?.under ?? 200))
      .map((age) => ({ answers: {}, ages: { [role.id]: age } })),
  )
  return [...applicants, ...options, ...years]
}

function decidingYears(service: Service, person: string): readonly number[] {
  const parts = [service.requirements, service.products, service.followUps, service.fields, service.people].flat()
  return parts.flatMap(({ when }) => (when ? yearsIn(when, person) : []))
}

function yearsIn(condition: Condition, person: string): readonly number[] {
  if ('all' in condition) return condition.all.flatMap((one) => yearsIn(one, person))
  if ('any' in condition) return condition.any.flatMap((one) => yearsIn(one, person))
  if ('not' in condition) return yearsIn(condition.not, person)
  if (!('person' in condition) || condition.person !== person) return []
  if ('atLeast' in condition) return [condition.atLeast]
  return 'under' in condition ? [condition.under] : []
}

/** An application for this service with nothing missing and nothing wrong. */
export function validFacts(service: Service, variant: Variant, day: CalendarDay): FiledFacts {
  const first: Record<string, string> = { [applicantField]: service.whoMayApply[0]?.id ?? '' }
  for (const { id, options } of service.fields) if (options?.[0]) first[id] = options[0].id
  const chosen = { ...first, ...variant.answers }
  const people = Object.fromEntries(
    service.people.map((role, at) => [
      role.id,
      aPerson(role, { at, day, age: variant.ages[role.id] ?? usualAge(role) }),
    ]),
  )
  const answered = { day, people, answers: chosen, requirements: {} }
  const { fields } = questionsFor(service, answered)
  const answers = Object.assign({}, chosen, ...fields.map((field, at) => anAnswer(field, { at, day, chosen })))
  const facts = { ...answered, answers }
  const asked = new Set(questionsFor(service, facts).people.map(({ id }) => id))
  return {
    ...facts,
    people: Object.fromEntries(Object.entries(people).filter(([id]) => asked.has(id))),
    requirements: Object.fromEntries(requirementsFor(service, facts).map((one) => [one.id, shown(one)])),
  }
}

const usualAge = ({ age }: PersonRole): number => age?.atLeast ?? Math.min((age?.under ?? 36) - 1, 35)

export interface Holder {
  readonly birthDate: CalendarDay
  readonly sex: 'male' | 'female'
  readonly serial: number
}

/** A NIK of Karang Pilang that fits its holder. */
export function nikOf({ birthDate, sex, serial }: Holder): string {
  const day = Number(birthDate.slice(8, 10)) + (sex === 'female' ? 40 : 0)
  const born = `${String(day).padStart(2, '0')}${birthDate.slice(5, 7)}${birthDate.slice(2, 4)}`
  return `357801${born}${String(serial).padStart(4, '0')}`
}

function aPerson(
  role: PersonRole,
  { at, day, age }: { readonly at: number; readonly day: CalendarDay; readonly age: number },
): FiledPerson {
  const sex = at % 2 === 0 ? 'female' : 'male'
  const birthDate = birthday(day, -age)
  const all: Required<FiledPerson> = {
    nik: nikOf({ birthDate, sex, serial: at + 1 }),
    kk: '3578010203150001',
    name: 'Siti Aminah',
    birthDate,
    birthPlace: 'Surabaya',
    sex,
    married: false,
    address: 'Jalan Karang Pilang 1',
    phone: '081234567890',
    email: 'siti@contoh.id',
    passport: 'C1234567',
    nationality: 'Belanda',
  }
  return Object.fromEntries((Object.keys(role.data) as Datum[]).map((datum) => [datum, all[datum]]))
}

function anAnswer(
  field: Field,
  { at, day, chosen }: { readonly at: number; readonly day: CalendarDay; readonly chosen: Record<string, string> },
): Record<string, string> {
  const keys = letterKeys(field.id)
  const nik = nikOf({ birthDate: '1990-05-04', sex: 'male', serial: 100 + at })
  const of: Record<Field['kind'], Record<string, string>> = {
    text: { [field.id]: 'Keterangan'.padEnd(field.min ?? 1, '.').slice(0, field.max ?? 200) },
    date: { [field.id]: day },
    number: { [field.id]: String(field.min ?? 1) },
    choice: { [field.id]: chosen[field.id] ?? '' },
    nik: { [field.id]: nik },
    niks: { [field.id]: `${nik}, ${nik.slice(0, 15)}9` },
    kk: { [field.id]: '3578010203150001' },
    akta: { [field.id]: '3578-LU-28112012-0018' },
    skpwni: { [field.id]: 'SKPWNI/3507/23042021/0070' },
    phone: { [field.id]: '081234567890' },
    email: { [field.id]: 'siti@contoh.id' },
    letter: { [keys.number]: 'STPL/12/XI/2026', [keys.date]: day, [keys.station]: 'Polsek Genteng' },
  }
  return of[field.kind]
}

/** As a document is named that was taken and is kept. */
const aDocument = 'd1'.repeat(32)

const shown = ({ accepts }: Requirement): FiledRequirement => {
  const how = accepts[0] ?? 'original'
  return { how, documents: how === 'upload' ? [aDocument] : [] }
}
