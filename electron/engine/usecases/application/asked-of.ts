import type { IntakeDraft } from '#shared/contract/engine/applications.ts'
import { findService, type Service } from '#shared/domain/catalogue/catalogue.ts'
import type { ReadSet } from '../stores.ts'

/** The services of a draft as the catalogue had them when each was begun: `before` for those that were in it already. */
export async function askedOf(
  { settings }: Pick<ReadSet, 'settings'>,
  { services }: IntakeDraft,
  before: readonly Service[] = [],
): Promise<readonly Service[]> {
  const codes = [...new Set(services.map(({ service }) => service))]
  const known = before.filter(({ code }) => codes.includes(code))
  const begun = codes.filter((code) => !known.some((one) => one.code === code))
  if (begun.length === 0) return known
  const catalogue = await settings.catalogue()
  return [...known, ...begun.flatMap((code) => findService(catalogue, code) ?? [])]
}
