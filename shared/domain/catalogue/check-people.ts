import { isCalendarDay } from '../calendar/is-calendar-day.ts'
import { hasTurned } from '../card/age.ts'
import { kkTroubles } from '../nik/kk-troubles.ts'
import { birthDateByNik } from '../nik/nik-birth.ts'
import { type KnownRegions, nikTroubles } from '../nik/nik-troubles.ts'
import { meantDigits, tidyNumber, zeroedBySheet } from '../nik/typed-number.ts'
import { nameTroubles } from '../person-name/name-troubles.ts'
import type { Datum, PersonRole } from './catalogue.ts'
import type { FiledFacts, FiledPerson } from './filed-facts.ts'
import { type Problem, type ProblemCode, severityOf } from './problem.ts'
import { dayTroubles, emailTroubles, lengthTroubles, phoneTroubles } from './value-troubles.ts'

interface Around {
  readonly facts: FiledFacts
  readonly known: KnownRegions
}

/** What is wrong with the people of an application, each by themselves and beside the others. */
export function checkPeople(roles: readonly PersonRole[], facts: FiledFacts, known: KnownRegions): readonly Problem[] {
  const of = (role: PersonRole) => checkRole(role, roles, { facts, known })
  return [...roles.flatMap(of), ...zeroed(roles, facts)]
}

function checkRole(role: PersonRole, roles: readonly PersonRole[], { facts, known }: Around): readonly Problem[] {
  const person = facts.people[role.id] ?? {}
  const begun = Object.values(person).some((value) => value !== undefined && value !== '')
  if (!begun) return role.optional ? [] : [{ place: placeOf(role, null), code: 'missing', severity: 'blocking' }]
  return [...checkData(role, person, { facts, known }), ...checkAge(role, person, facts), ...beside(role, roles, facts)]
}

/** All numbers of an application end in zero: they were copied from a sheet that keeps 15 digits. One that does is nothing. */
function zeroed(roles: readonly PersonRole[], { people }: FiledFacts): readonly Problem[] {
  const places = roles.flatMap((role) =>
    (['nik', 'kk'] as const)
      .filter((datum) => role.data[datum] && people[role.id]?.[datum])
      .map((datum) => ({ role, datum, number: tidyNumber(people[role.id]?.[datum] ?? '') })),
  )
  if (!zeroedBySheet([...new Set(places.map(({ number }) => number))])) return []
  return places.map(({ role, datum }) => problem(role, datum, 'number-zeroed'))
}

const placeOf = ({ id }: PersonRole, datum: Datum | null) => ({ part: 'person', role: id, datum }) as const

function problem(role: PersonRole, datum: Datum, code: ProblemCode, typed = ''): Problem {
  const found = { place: placeOf(role, datum), code, severity: severityOf(code, role.newName) }
  const proposal = code.endsWith('-letters') ? meantDigits(tidyNumber(typed)) : null
  return proposal === null ? found : { ...found, proposal }
}

function checkData(role: PersonRole, person: FiledPerson, around: Around): readonly Problem[] {
  return (Object.entries(role.data) as [Datum, 'required' | 'optional'][]).flatMap(([datum, need]) => {
    const value = person[datum]
    if (value === undefined || value === '') return need === 'required' ? [problem(role, datum, 'missing')] : []
    if (typeof value === 'boolean') return []
    return troublesOf(datum, value, { role, person, ...around }).map((code) => problem(role, datum, code, value))
  })
}

function troublesOf(
  datum: Datum,
  text: string,
  { role, person, facts, known }: Around & { readonly role: PersonRole; readonly person: FiledPerson },
): readonly ProblemCode[] {
  switch (datum) {
    case 'nik': {
      const birthDate = isCalendarDay(person.birthDate) ? person.birthDate : undefined
      return nikTroubles(text, { birthDate, sex: person.sex }, known)
    }
    case 'kk':
      return kkTroubles(text, facts.day)
    case 'name':
      return nameTroubles(text, role.newName === true)
    case 'birthDate':
      return dayTroubles(text, facts.day)
    case 'phone':
      return phoneTroubles(text)
    case 'email':
      return emailTroubles(text)
    case 'sex':
      return text === 'male' || text === 'female' ? [] : ['not-a-choice']
    default:
      return lengthTroubles(text, 2, 250)
  }
}

/** By the day of birth that was said; without one by the NIK, whose century is a guess, and then a reason is enough. */
function checkAge(role: PersonRole, person: FiledPerson, { day }: FiledFacts): readonly Problem[] {
  if (role.unmarried && person.married) return [problem(role, 'married', 'married')]
  const said = isCalendarDay(person.birthDate)
  const nik = tidyNumber(person.nik ?? '')
  const born = said ? person.birthDate : /^\d{16}$/.test(nik) ? birthDateByNik(nik, day) : null
  if (!born || born > day) return []
  const { atLeast, under, orMarried } = role.age ?? {}
  const tooYoung = atLeast !== undefined && !hasTurned(born, atLeast, day) && !(orMarried && person.married)
  const tooOld = under !== undefined && hasTurned(born, under, day)
  const codes: ProblemCode[] = [...(tooYoung ? ['too-young' as const] : []), ...(tooOld ? ['too-old' as const] : [])]
  const place = placeOf(role, said ? 'birthDate' : 'nik')
  return codes.map((code) => ({ place, code, severity: said ? 'blocking' : 'overridable' }))
}

/** The commonest mistake: the KK typed as NIK, or one person's number at two people. Twins have neighbouring numbers, not the same. */
function beside(role: PersonRole, roles: readonly PersonRole[], { people }: FiledFacts): readonly Problem[] {
  const number = (id: string, datum: 'nik' | 'kk') => tidyNumber(people[id]?.[datum] ?? '')
  const nik = number(role.id, 'nik')
  if (nik === '' || role.data.nik === undefined) return []
  const isKk = roles.some(({ id }) => number(id, 'kk') === nik)
  const earlier = roles.slice(0, roles.indexOf(role)).filter(({ id }) => number(id, 'nik') === nik)
  const twice = earlier.some((other) => !mayBeOne(role, other))
  return [...(isKk ? [problem(role, 'nik', 'nik-is-kk')] : []), ...(twice ? [problem(role, 'nik', 'nik-twice')] : [])]
}

const mayBeOne = (one: PersonRole, other: PersonRole): boolean =>
  (one.mayAlsoBe ?? []).includes(other.id) || (other.mayAlsoBe ?? []).includes(one.id)
