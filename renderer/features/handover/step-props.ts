import type { Doubts } from './doubt-block.tsx'
import type { CardDetail, CollectorRule, Draft, Missing } from './draft.ts'

/** What every part of step 2 is given. */
export interface StepProps {
  readonly draft: Draft
  readonly detail: CardDetail
  readonly rule: CollectorRule | undefined
  readonly missing: readonly Missing[]
  readonly doubts: Doubts | null
  readonly onChange: (change: Partial<Draft>) => void
}
