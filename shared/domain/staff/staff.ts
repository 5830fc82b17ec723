import type { Traced } from '../act/traced.ts'
import type { Instant } from '../time.ts'

/** petugas loket, petugas kelurahan, tim jemput bola, pengawas, admin. */
export type Role = 'counter' | 'kelurahan' | 'mobile' | 'supervisor' | 'admin'

export interface Staff extends Traced {
  readonly id: string
  readonly scope: string
  /** Never a NIK. */
  readonly username: string
  readonly name: string
  /** Printed on receipts, e.g. `KTB-R07`. */
  readonly code: string
  readonly roles: readonly Role[]
  readonly active: boolean
  /** When the password was last made, changed or reset at the centre: a verifier of before does not count. */
  readonly credentialsSince?: Instant | undefined
}
