import { describe, expect, test } from 'vitest'
import file from '../../../resources/regions/surabaya-catalogue.json' with { type: 'json' }
import { birthday } from '../card/age.ts'
import { questionsFor } from './asked-now.ts'
import type { Catalogue } from './catalogue.ts'
import { checkFiling } from './check-filing.ts'
import type { Problem } from './problem.ts'
import { mistakesIn, mistakesOfApplicant, withPerson } from './testing/mistakes.ts'
import { nikOf, validFacts, variantsOf } from './testing/valid-facts.ts'

const { services } = file as Catalogue
const day = '2026-11-24'

const found = (problems: readonly Problem[]) => problems.map(({ place, code }) => ({ ...place, code }))

describe.each(services.map((service) => [service.code, service] as const))('%s', (_, service) => {
  const variants = variantsOf(service).map((variant) => validFacts(service, variant, day))

  test('is filed each way with everything in order', () => {
    for (const facts of variants) expect(found(checkFiling(service, facts))).toEqual([])
  })

  test('says exactly what is wrong with each person, question and paper', () => {
    for (const { facts: wrong, says } of variants.flatMap((facts) => mistakesIn(service, facts)))
      expect(found(checkFiling(service, wrong))).toEqual([says])
  })

  test('lets nobody apply who is not in its list', () => {
    for (const { facts: wrong, says } of variants.flatMap((facts) => mistakesOfApplicant(service, facts)))
      expect(found(checkFiling(service, wrong))).toContainEqual(says)
  })

  test('knows the day before and the day of each age that somebody must have', () => {
    const [facts] = variants
    for (const role of facts ? questionsFor(service, facts).people : []) {
      if (!facts || role.data.birthDate !== 'required') continue
      const codes = (birthDate: string) => {
        const { sex = 'male' } = facts.people[role.id] ?? {}
        const person = { birthDate, nik: nikOf({ birthDate, sex, serial: 77 }), married: false }
        return checkFiling(service, withPerson(facts, role.id, person)).filter(
          ({ place }) => place.part === 'person' && place.role === role.id,
        )
      }
      const { atLeast, under } = role.age ?? {}
      if (atLeast !== undefined) {
        expect(codes(birthday(day, -atLeast))).toEqual([])
        expect(codes(birthday('2026-11-25', -atLeast))).toMatchObject([{ code: 'too-young', severity: 'blocking' }])
      }
      if (under === undefined) continue
      expect(codes(birthday('2026-11-25', -under))).toEqual([])
      expect(codes(birthday(day, -under))).toMatchObject([{ code: 'too-old', severity: 'blocking' }])
    }
  })
})
