import type { Device } from '../auth/device.ts'
import type { Db } from '../database/open-database.ts'

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
