/** petugas loket, petugas kelurahan, tim jemput bola, pengawas, admin. */
export type Role = 'counter' | 'kelurahan' | 'mobile' | 'supervisor' | 'admin'

export interface Staff {
  readonly id: string
  readonly scope: string
  /** Never a NIK. */
  readonly username: string
  readonly name: string
  /** Printed on receipts, e.g. `KTB-R07`. */
  readonly code: string
  readonly roles: readonly Role[]
  readonly active: boolean
}
