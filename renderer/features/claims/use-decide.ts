import type { InputOf } from '#shared/contract/engine/calls.ts'
import type { ClaimView } from '#shared/contract/engine/claims.ts'
import { useConfirm } from '../../app/confirm.ts'

type Decision = InputOf<'claim.decide'>['decision']

export function useDecide({ claimId }: ClaimView) {
  const { confirm, pending, fault } = useConfirm('claim.decide', () => undefined)
  return { decide: (decision: Decision) => void confirm({ claimId, decision }), pending, fault }
}
