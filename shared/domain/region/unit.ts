/** A place that serves: one kelurahan, one service hall, one mobile team, or the Dinas itself, whose people see the whole city. Its id is the scope code. */
export interface Unit {
  readonly id: string
  readonly scope: string
  readonly kind: 'kelurahan' | 'service-hall' | 'mobile-team' | 'dinas'
  readonly name: string
  readonly kecamatan: string
  /** IANA zone, e.g. `Asia/Jakarta`. */
  readonly zone: string
}
