import type { Service } from '../catalogue/catalogue.ts'
import type { FiledFacts, FiledPerson } from '../catalogue/filed-facts.ts'

/** Who stands in one of these roles; nobody known: an empty person. */
export type PersonOf = (roles: readonly string[]) => FiledPerson

/** What is filed, where, and what is known of it. */
export interface Said {
  readonly service: Pick<Service, 'code' | 'name' | 'fields'>
  readonly unit: string
  readonly facts: FiledFacts
}
