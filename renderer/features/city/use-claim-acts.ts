import type { InputOf, OutputOf } from '#shared/contract/engine/calls.ts'
import { useAct } from '../../app/use-act.ts'
import type { Said } from './said.tsx'

export type ClaimFile = OutputOf<'city.claim'>
export type ClaimDecision = InputOf<'city.decide-claim'>['decision']
export type ClaimActs = ReturnType<typeof useClaimActs>

/** Decides about a claim of any unit. `decide` resolves when the answer is there, whatever it was. */
export function useClaimActs(onDone: (said: Said) => void) {
  const { act, fault, pending } = useAct('city.decide-claim', onDone)
  const decide = ({ claim }: ClaimFile, decision: ClaimDecision, password: string): Promise<void> => {
    const { scope, applicationId, amount } = claim
    return act({ scope, applicationId, amount, decision, password })
  }
  return { decide, fault, pending }
}
