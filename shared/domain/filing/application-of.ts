import type { Application, ApplicationStatus } from '../application/application.ts'
import type { Return } from '../service-clock/stops.ts'
import type { Instant } from '../time.ts'
import type { Filing, FilingStep } from './filing.ts'
import { type FilingStatus, isFulfilled } from './filing-status.ts'
import { groundsSaid } from './grounds-said.ts'

/**
 * The application that the promise, complaints and compensation are about, as the course of the filing says. `before`: as it stood, whose own additions stay. Null where nobody
 * in it has a NIK: then there is nothing to promise to.
 */
export function applicationOf(filing: Filing, before: Application | null): Application | null {
  const applicantNik = filing.applicantNik ?? filing.subjectNik
  if (applicantNik === null) return null
  const { steps } = filing
  const grounds = groundsSaid(filing, noted(filing, before))
  return {
    ...before,
    ...{ id: filing.id, scope: filing.scope, service: filing.service, applicantNik },
    ...{ applicantName: filing.applicantName, kitirNumber: before?.kitirNumber ?? filing.kitirNumber },
    kitirCode: before?.kitirCode ?? filing.kitirNumber,
    status: filing.status satisfies ApplicationStatus,
    submittedAt: filing.at,
    filedAt: filing.at,
    acceptedAt: steps.find(({ status }) => isAccepted(status))?.at ?? null,
    dueAt: before?.dueAt ?? filing.expectedAt,
    fulfilledAt: steps.find(({ status }) => isFulfilled(status))?.at ?? null,
    cancelledAt: steps.find(({ status }) => status === 'DITOLAK' || status === 'DIBATALKAN')?.at ?? null,
    returns: returnsIn(steps),
    ...(grounds && { grounds }),
    collectionUnit: filing.collectionUnit ?? filing.scope,
  }
}

/** The papers were found complete: the office works on it. */
const isAccepted = (status: FilingStatus): boolean =>
  !['DIAJUKAN', 'VERIFIKASI', 'PERBAIKAN', 'DITOLAK', 'DIBATALKAN'].includes(status)

/** When it lay with the citizen. */
function returnsIn(steps: readonly FilingStep[]): readonly Return[] {
  const returns: { from: Instant; to: Instant | null }[] = []
  for (const { status, at } of steps) {
    const last = returns.at(-1)
    if (last && last.to === null && status !== 'PERBAIKAN') last.to = at
    else if (status === 'PERBAIKAN' && last?.to !== null) returns.push({ from: at, to: null })
  }
  return returns
}

/** By the days that were said when it was filed, and by the office since. */
const noted = (filing: Filing, before: Application | null): Application['grounds'] =>
  filing.grounds ? [...new Set([...(before?.grounds ?? []), ...filing.grounds])] : before?.grounds
