import type { Unit } from './unit.ts'

/** A unit of the city as every device knows it, whether it has the unit's own rows or not. */
export interface KnownUnit {
  readonly scope: string
  readonly kind: Extract<Unit['kind'], 'kelurahan' | 'dinas'>
  readonly name: string
  readonly kecamatan: string
}
