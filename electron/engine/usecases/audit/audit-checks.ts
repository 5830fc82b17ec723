import type { AuditChecked } from '#shared/contract/engine/audit.ts'
import type { OutputOf } from '#shared/contract/engine/calls.ts'

/** What is known of the last check of the audit chain, as long as the program runs; one check at a time. */
export class AuditChecks {
  state: OutputOf<'audit.state'> = { running: null, last: null }
  current: Promise<AuditChecked> | null = null
}
