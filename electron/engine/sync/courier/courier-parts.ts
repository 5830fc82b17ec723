import type { AuditKind } from '#shared/domain/audit/audit-kinds.ts'
import type { AuditTrail } from '../../usecases/stores.ts'
import type { SyncConfig } from '../../wiring.ts'
import type { EnrolledDevice } from '../device-record.ts'

/** What every step of the road without a network works with. */
export interface CourierParts {
  readonly config: SyncConfig
  readonly device: EnrolledDevice
  readonly staffId: string
  readonly appendAudit: AuditTrail['append']
  /** How far it came, for the screen. */
  readonly progress: (what: 'saving' | 'reading' | 'applying', done: number, total: number) => void
}

/** Who did it, with the file's id: in the transaction that changes anything. */
export const note = ({ config, staffId, appendAudit }: CourierParts, kind: AuditKind, fileId: string): Promise<void> =>
  appendAudit({ kind, subject: fileId, staffId, at: config.clock.now() })
