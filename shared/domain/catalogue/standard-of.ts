import type { ExclusionGround, PromiseRules, ServiceStandard } from '../service-clock/promise-rules.ts'
import type { Service } from './catalogue.ts'

/** The two clocks of a service, and what in this city puts one application outside of the promise. */
export interface ToldStandard extends ServiceStandard {
  readonly grounds: readonly ExclusionGround[]
}

/** Of a service that promises nothing: its document ends it, and nothing was read of a formal standard. */
const noStandard: ServiceStandard = {
  promisedWorkingDays: null,
  excludedBy: null,
  fulfilledBy: 'document-ready',
  formalWorkingDays: null,
}

/** From the city's promise, which alone knows it. Grounds are told only where there is a promise that they could undo. */
export function standardOf({ code, exclusions }: Service, promise: PromiseRules): ToldStandard {
  const standard = promise.services[code] ?? noStandard
  const counts = (ground: ExclusionGround) =>
    ground === 'filed-outside-hours' ? promise.filedOutsideHours === 'excluded' : promise.exclusions.includes(ground)
  return { ...standard, grounds: standard.promisedWorkingDays === null ? [] : exclusions.filter(counts) }
}
