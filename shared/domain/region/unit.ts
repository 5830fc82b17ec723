/** A place that serves: one kelurahan, one service hall, one mobile team. Its id is the scope code. */
export interface Unit {
  readonly id: string
  readonly scope: string
  readonly kind: 'kelurahan' | 'service-hall' | 'mobile-team'
  readonly name: string
  readonly kecamatan: string
  /** IANA zone, e.g. `Asia/Jakarta`. */
  readonly zone: string
}
