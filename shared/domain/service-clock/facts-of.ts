import type { Application } from '../application/application.ts'
import { type Incident, incidentsOf } from '../incident/incident.ts'
import type { ClockFacts } from './clock-facts.ts'

const ended = ['DITOLAK', 'DIBATALKAN'] as const

/**
 * The facts of an application's clock from its row and the register as it is known here. What a row does not say stands at its default: filed when it was
 * submitted, lying with the citizen since it was accepted while its status is PERBAIKAN, ended when it was accepted where its status says so.
 */
export function clockFactsOf(application: Application, register: readonly Incident[]): ClockFacts {
  const { service, collectionUnit: unit, submittedAt, acceptedAt, fulfilledAt, status } = application
  const filedAt = application.filedAt ?? submittedAt
  const over = ended.some((one) => one === status)
  const returned = status === 'PERBAIKAN' ? [{ from: acceptedAt ?? filedAt, to: null }] : []
  return {
    service,
    filedAt,
    acceptedAt,
    fulfilledAt,
    cancelledAt: application.cancelledAt ?? (over ? (acceptedAt ?? filedAt) : null),
    returns: application.returns ?? returned,
    incidents: incidentsOf(register, { service, unit }),
    grounds: application.grounds ?? [],
  }
}
