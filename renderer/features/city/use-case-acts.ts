import type { InputOf } from '#shared/contract/engine/calls.ts'
import { useAct } from '../../app/use-act.ts'
import type { CaseFile } from './case-file.ts'
import type { Said } from './said.tsx'

type Settle = InputOf<'city.settle-case'>
export type CaseChoice = Pick<Settle, 'decision' | 'standsHandoverId'>
export type CaseActs = ReturnType<typeof useCaseActs>

const whose = ({ case: { scope, id: caseId, cardId } }: CaseFile) => ({ scope, caseId, cardId })

/** Settles a case, or asks the clerks of its unit about it. `settle` resolves when the answer is there, whatever it was. */
export function useCaseActs(onDone: (said: Said) => void) {
  const settling = useAct('city.settle-case', onDone)
  const asking = useAct('city.note-case', onDone)
  return {
    settle: (file: CaseFile, choice: CaseChoice, signed: Pick<Settle, 'reason' | 'password'>): Promise<void> => {
      const handoversSeen = file.handovers.map(({ handoverId }) => handoverId)
      return settling.act({ ...whose(file), ...choice, handoversSeen, ...signed })
    },
    ask: (file: CaseFile, text: string) => void asking.act({ ...whose(file), text }),
    fault: settling.fault ?? asking.fault,
    pending: settling.pending || asking.pending,
  }
}
