import { applicantField } from '../catalogue/filed-facts.ts'
import type { FiledPerson, Filing } from './filing.ts'

type Names = Pick<Filing, 'applicantName' | 'applicantNik' | 'subjectName' | 'subjectNik'>
type Said = Pick<Filing, 'people' | 'answers'>

/**
 * Who asks and whose document it will be, once the people of an application were put right. Whom a service is about says its catalogue, which is another one by then:
 * it is the role that they had before. Who is no longer named stays as filed.
 */
export function namesAfterRepair(before: Names & Said, { people, answers }: Said): Names {
  const subjectRole = roleOfSubject(before)
  const as = answers[applicantField] ?? ''
  const subject: FiledPerson = people[subjectRole] ?? { name: before.subjectName, nik: before.subjectNik ?? undefined }
  const applicant = people.applicant ?? people[as] ?? (subjectRole === '' ? undefined : subject)
  return {
    applicantName: applicant ? (applicant.name ?? subject.name ?? before.applicantName) : before.applicantName,
    applicantNik: applicant ? (applicant.nik ?? null) : before.applicantNik,
    subjectName: subject.name ?? applicant?.name ?? before.subjectName,
    subjectNik: subject.nik ?? null,
  }
}

/** By name and NIK; one of them may be stale, of a repair by an older version. A newborn without a NIK bears the father's name now and then. '': nobody. */
function roleOfSubject({ people, subjectName, subjectNik }: Names & Said): string {
  const others = Object.entries(people).filter(([role]) => role !== 'applicant')
  const is = (fits: (person: FiledPerson) => boolean) => others.find(([, person]) => fits(person))?.[0]
  const both = is(({ name, nik }) => name === subjectName && (nik ?? null) === subjectNik)
  if (both !== undefined || subjectNik === null) return both ?? ''
  return is(({ nik }) => nik === subjectNik) ?? is(({ name }) => name === subjectName) ?? ''
}
