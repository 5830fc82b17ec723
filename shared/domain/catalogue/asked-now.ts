import type { ApplicantKind, Field, FollowUp, PersonRole, Product, Requirement, Service } from './catalogue.ts'
import { holds } from './condition.ts'
import type { FiledFacts } from './filed-facts.ts'

/** What a service asks for under the circumstances known so far. */
export interface Questions {
  /** As what the applicant may apply; with one way only nothing is asked. */
  readonly applicants: readonly ApplicantKind[]
  readonly people: readonly PersonRole[]
  readonly fields: readonly Field[]
}

const applying = <T extends { readonly when?: Parameters<typeof holds>[0] }>(all: readonly T[], facts: FiledFacts) =>
  all.filter(({ when }) => holds(when, facts))

export const questionsFor = ({ whoMayApply, people, fields }: Service, facts: FiledFacts): Questions => ({
  applicants: applying(whoMayApply, facts),
  people: applying(people, facts),
  fields: applying(fields, facts),
})

/** The papers that this application needs as far as is known. */
export const requirementsFor = ({ requirements }: Service, facts: FiledFacts): readonly Requirement[] =>
  applying(requirements, facts)

export const productsFor = ({ products }: Service, facts: FiledFacts): readonly Product[] => applying(products, facts)

export const followUpsFor = ({ followUps }: Service, facts: FiledFacts): readonly FollowUp[] =>
  applying(followUps, facts)
