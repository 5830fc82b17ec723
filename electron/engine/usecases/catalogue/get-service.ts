import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { findService } from '#shared/domain/catalogue/catalogue.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps } from '../deps.ts'
import { fail } from '../fail.ts'
import { toldStandard } from './told-standard.ts'

/** One service as the city's pack has it. Fault: service-unknown. */
export async function getService(
  deps: Deps,
  { code }: ParsedInputOf<'catalogue.get'>,
): Answer<OutputOf<'catalogue.get'>> {
  return deps.reading(async ({ settings }) => {
    const catalogue = await settings.catalogue()
    const service = findService(catalogue, code)
    if (!service) return fail('service-unknown')
    const { promise } = await settings.region()
    const together = service.followUps.map(({ service: other, words }) => {
      return { code: other, name: findService(catalogue, other)?.name ?? other, words }
    })
    return ok({ version: catalogue.version, service, standard: toldStandard(service, promise), together })
  })
}
