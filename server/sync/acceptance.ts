import type { RegionPack } from '#shared/domain/region/region-pack.ts'
import type { Device } from '../auth/device.ts'
import type { Db } from '../database/open-database.ts'
import type { StaffTerms } from './permitted.ts'
import type { RowAccess } from './row-access.ts'

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
  readonly rows: RowAccess
  readonly terms: StaffTerms
  readonly device: Device
  /** The server's time, ISO. */
  readonly at: string
  readonly clockSkewSeconds: number
  /** What the city decides: hours, promise, compensation. */
  readonly region: RegionPack
}
