import type { CompensationRules } from './compensation-rules.ts'

/** `days` (1 or more) of delay, begun days counted whole. */
export function compensationAmount({ mode, rupiah, cap }: CompensationRules, days: number): number {
  if (mode === 'once') return rupiah
  return Math.min(rupiah * days, cap ?? Number.POSITIVE_INFINITY)
}
