import type { Device } from '../auth/device.ts'
import type { Db } from '../database/open-database.ts'
import { applyHandoverFact } from './apply-handover-fact.ts'
import type { ProvenCommand } from './verify-command.ts'

/** What became of a command, and the scopes that it moved. */
export interface Outcome {
  readonly kind: 'applied' | 'conflict' | 'refused'
  readonly code: string | null
  readonly caseId: string | null
  readonly moved: readonly string[]
}

/** Where and when a command is applied. */
export interface Acceptance {
  readonly trx: Db
  readonly device: Device
  /** The server's time, ISO. */
  readonly at: string
  readonly clockSkewSeconds: number
}

/** The effects of one command, in the caller's transaction. A type this server does not know is an intention it cannot follow: kept, refused. */
export async function applyCommand(acceptance: Acceptance, command: ProvenCommand): Promise<Outcome> {
  switch (command.envelope.type) {
    case 'handover.record':
      return applyHandoverFact(acceptance, command)
    default:
      return { kind: 'refused', code: 'unknown-type', caseId: null, moved: [] }
  }
}
