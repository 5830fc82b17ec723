import type { Unit } from './unit.ts'

/** How a unit is addressed on screens and paper: `Kelurahan Ketabang`, `Disdukcapil, Gedung Siola`; a service hall bears its own name. */
export function unitTitle({ kind, name }: Pick<Unit, 'kind' | 'name'>): string {
  switch (kind) {
    case 'kelurahan':
      return `Kelurahan ${name}`
    case 'dinas':
      return `Disdukcapil, ${name}`
    default:
      return name
  }
}

/** The same of a unit by its scope; one that nobody knows is named by that. */
export function unitTitleIn(
  units: readonly (Pick<Unit, 'kind' | 'name'> & { readonly scope: string })[],
  scope: string,
): string {
  const unit = units.find((one) => one.scope === scope)
  return unit ? unitTitle(unit) : scope
}
