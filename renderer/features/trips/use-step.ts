import type { VisitLine } from '#shared/contract/engine/trips.ts'
import type { VisitOutcome } from '#shared/domain/trip/visit.ts'
import { useAct } from '../../app/use-act.ts'

export type Step = ReturnType<typeof useStep>
type Of = Pick<VisitLine, 'visitId'>

const nothing = { set: {}, add: [], strike: [] }

/** Moves a person on in the queue: called, served, gone. */
export function useStep(onLeft: () => void) {
  const change = useAct('visit.change', () => undefined)
  const leave = useAct('visit.leave', onLeft)
  const to =
    (step: 'called' | 'serving') =>
    ({ visitId }: Of) =>
      void change.act({ visitId, step, ...nothing })
  return {
    fault: change.fault ?? leave.fault,
    pending: change.pending || leave.pending,
    call: to('called'),
    serve: to('serving'),
    leave: ({ visitId }: Of, outcome: VisitOutcome, note = '') => void leave.act({ visitId, outcome, note }),
  }
}
