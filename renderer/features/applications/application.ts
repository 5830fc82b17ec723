import type { OutputOf } from '#shared/contract/engine/calls.ts'

export type Application = OutputOf<'application.get'>
