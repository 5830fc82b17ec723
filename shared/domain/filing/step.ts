import type { Filing, FilingStep } from './filing.ts'

/** The course with one more step. A step that is in it already changes nothing. */
export function stepped(filing: Filing, step: FilingStep): Filing {
  if (filing.steps.some(({ stepId }) => stepId === step.stepId)) return filing
  return { ...filing, status: step.status, steps: [...filing.steps, step] }
}

/** Why it lies with the citizen, and what has to be put right; null where it does not. */
export function sentBack({ status, steps }: Filing): FilingStep | null {
  return status === 'PERBAIKAN' ? (steps.findLast((step) => step.status === 'PERBAIKAN') ?? null) : null
}
