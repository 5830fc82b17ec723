import type { Filing, FilingStep } from './filing.ts'
import { type FilingStatus, isClosed } from './filing-status.ts'

/** The course with one more step. A step that is in it already changes nothing. */
export function stepped(filing: Filing, step: FilingStep): Filing {
  if (filing.steps.some(({ stepId }) => stepId === step.stepId)) return filing
  return { ...filing, status: step.status, steps: [...filing.steps, step] }
}

/** Why it lies with the citizen, and what has to be put right; null where it does not. */
export function sentBack({ status, steps }: Filing): FilingStep | null {
  return status === 'PERBAIKAN' ? (steps.findLast((step) => step.status === 'PERBAIKAN') ?? null) : null
}

/** The card is at the unit: what became of it there, the unit knows. */
const atTheUnit: readonly FilingStatus[] = ['DITERIMA_KEL', 'SIAP_DIAMBIL']
const onItsWay: readonly FilingStatus[] = ['ANTRE_CETAK', 'DICETAK', 'SIAP_KIRIM', 'DIKIRIM']

/**
 * The course with a step that KNG tells of. It comes late and in its own order: what the counter or the card said since stands, and the step is only noted.
 * `overrules`: KNG knew of it and says otherwise, e.g. that it was withdrawn too late.
 */
export function toldByKng(filing: Filing, step: FilingStep, overrules = false): Filing {
  const after = stepped(filing, step)
  if (after === filing || overrules || !stands(filing.status, step.status)) return after
  return { ...after, status: filing.status }
}

const stands = (now: FilingStatus, told: FilingStatus): boolean =>
  isClosed(now) || (atTheUnit.includes(now) && onItsWay.includes(told))
