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

/** What cannot be known yet is asked, and not demanded. */
function eased(role: PersonRole, facts: FiledFacts): PersonRole {
  const { later, data } = role
  if (!later || !holds(later.when, facts)) return role
  const optional = later.data.filter((datum) => data[datum]).map((datum) => [datum, 'optional'] as const)
  return { ...role, data: { ...data, ...Object.fromEntries(optional) } }
}

export const questionsFor = ({ whoMayApply, people, fields }: Service, facts: FiledFacts): Questions => ({
  applicants: applying(whoMayApply, facts),
  people: applying(people, facts).map((role) => eased(role, facts)),
  fields: applying(fields, facts),
})

/** The papers that this application needs as far as is known. */
export const requirementsFor = ({ requirements }: Service, facts: FiledFacts): readonly Requirement[] =>
  applying(requirements, facts)

export const productsFor = ({ products }: Service, facts: FiledFacts): readonly Product[] => applying(products, facts)

/** Is there a card to be collected somewhere (KTP-el, KIA)? All else is printed by the citizen. */
export const isCollected = (service: Service, facts: FiledFacts): boolean =>
  productsFor(service, facts).some(({ kind }) => kind === 'ktp-el' || kind === 'kia')

export const followUpsFor = ({ followUps }: Service, facts: FiledFacts): readonly FollowUp[] =>
  applying(followUps, facts)
