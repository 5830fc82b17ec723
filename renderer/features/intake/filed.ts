import type { OutputOf } from '#shared/contract/engine/calls.ts'

/** What came of a draft: an e-Kitir for each service, and the person of a trip's queue for whom it was. */
export type Filed = OutputOf<'application.file'>
