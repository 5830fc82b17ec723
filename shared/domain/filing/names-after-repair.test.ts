import { expect, test } from 'vitest'
import surabaya from '../../../resources/regions/surabaya-catalogue.json' with { type: 'json' }
import type { Catalogue, Service } from '../catalogue/catalogue.ts'
import { applicantRoleOf, filedContent } from '../catalogue/filed-content.ts'
import { validFacts, variantsOf } from '../catalogue/testing/valid-facts.ts'
import type { Filing } from './filing.ts'
import { namesAfterRepair } from './names-after-repair.ts'

const { services } = surabaya as Catalogue
type Said = Pick<Filing, 'people' | 'answers'>

/** As it is filed: the catalogue says who is who. */
function namesOf(service: Service, { people, answers }: Said) {
  const [applicant, subject] = [people[applicantRoleOf(service, { people, answers })], people[service.subject]]
  return {
    ...{ applicantName: applicant?.name ?? '', applicantNik: applicant?.nik ?? null },
    ...{ subjectName: subject?.name ?? '', subjectNik: subject?.nik ?? null },
  }
}

const waysOf = (service: Service): readonly Said[] =>
  variantsOf(service).map((way) => {
    const { people, answers } = filedContent(service, validFacts(service, way, '2026-11-24'))
    const named = Object.entries(people).map(([role, person]) => [role, { ...person, name: `Warga ${role}` }])
    return { answers, people: Object.fromEntries(named) }
  })

test.each(services.map((service) => [service.code, service] as const))(
  '%s: whoever of an application is put right, in name or NIK, is who the catalogue says',
  (_, service) => {
    for (const before of waysOf(service))
      for (const [role, person] of Object.entries(before.people))
        for (const change of [{}, { name: 'Nama Baru' }, person.nik ? { nik: '3578010101800099' } : {}]) {
          const after = { ...before, people: { ...before.people, [role]: { ...person, ...change } } }
          expect(namesAfterRepair({ ...namesOf(service, before), ...before }, after)).toEqual(namesOf(service, after))
        }
  },
)
