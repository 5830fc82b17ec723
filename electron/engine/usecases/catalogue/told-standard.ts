import type { ServiceLine } from '#shared/contract/engine/catalogue.ts'
import type { Service } from '#shared/domain/catalogue/catalogue.ts'
import { standardOf } from '#shared/domain/catalogue/standard-of.ts'
import type { PromiseRules } from '#shared/domain/service-clock/promise-rules.ts'

/** Only what the contract says: a pack may say more. */
export function toldStandard(service: Service, promise: PromiseRules): ServiceLine['standard'] {
  const { promisedWorkingDays, excludedBy, fulfilledBy, formalWorkingDays, grounds } = standardOf(service, promise)
  return { promisedWorkingDays, excludedBy, fulfilledBy, formalWorkingDays, grounds: [...grounds] }
}
