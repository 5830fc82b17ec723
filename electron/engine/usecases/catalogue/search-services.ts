import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { searchCatalogue } from '#shared/domain/catalogue/search-catalogue.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps } from '../deps.ts'
import { toldStandard } from './told-standard.ts'

/** By the city's catalogue as it lies here: the same words find the same at every desk that has the same version. */
export async function searchServices(
  deps: Deps,
  { words, limit }: ParsedInputOf<'catalogue.search'>,
): Answer<OutputOf<'catalogue.search'>> {
  return deps.reading(async ({ settings }) => {
    const [catalogue, { promise }] = [await settings.catalogue(), await settings.region()]
    const found = searchCatalogue(catalogue, words)
    const rows = found.slice(0, limit).map((service) => {
      const { code, name, about } = service
      return { code, name, about, standard: toldStandard(service, promise) }
    })
    return ok({ version: catalogue.version, total: found.length, rows })
  })
}
