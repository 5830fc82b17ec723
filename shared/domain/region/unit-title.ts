import type { Unit } from './unit.ts'

/** How a unit is addressed on screens and paper: `Kelurahan Ketabang`; a service hall bears its own name. */
export const unitTitle = ({ kind, name }: Pick<Unit, 'kind' | 'name'>): string =>
  kind === 'kelurahan' ? `Kelurahan ${name}` : name
