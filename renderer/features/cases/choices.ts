import type { CaseShown } from '#shared/contract/engine/cases.ts'

/** One thing that a supervisor can decide. `undecided`: the clerks are asked, the case stays open. */
export interface Choice {
  readonly decision: 'one-stands' | 'both-happened' | 'accepted' | 'rejected' | 'undecided'
  readonly standsHandoverId: string | null
}

const about = (decision: Choice['decision']): Choice => ({ decision, standsHandoverId: null })

/** What can be decided about this case, in the order of its keys. */
export function choicesOf({ kind, receipts }: Pick<CaseShown, 'kind' | 'receipts'>): readonly Choice[] {
  if (kind !== 'double-hand-over') return [about('accepted'), about('rejected'), about('undecided')]
  const one = receipts.map(({ handoverId }): Choice => ({ decision: 'one-stands', standsHandoverId: handoverId }))
  return [...one, about('both-happened'), about('undecided')]
}

export const keyOfChoice = ({ decision, standsHandoverId }: Choice): string => `${decision} ${standsHandoverId ?? ''}`
