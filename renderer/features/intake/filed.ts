import type { OutputOf } from '#shared/contract/engine/calls.ts'

/** What came of a draft: an e-Kitir for each service. */
export type Filed = OutputOf<'application.file'>['filed']
