import type { OutputOf } from '#shared/contract/engine/calls.ts'

export type SlipShown = OutputOf<'ekitir.slip'>
