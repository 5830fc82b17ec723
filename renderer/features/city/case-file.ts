import type { OutputOf } from '#shared/contract/engine/calls.ts'

export type CaseFile = OutputOf<'city.case'>

/** Bukti A, Bukti B. */
export const letterOf = (at: number): string => String.fromCharCode(65 + at)
