import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { unitTitle } from '#shared/domain/region/unit-title.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps } from '../deps.ts'

/** Every unit of the city by its name. */
export async function listUnits(deps: Deps): Answer<OutputOf<'region.units'>> {
  const device = await deps.reading((db) => db.device.current())
  const units = deps.units.map((unit) => ({ ...unit, title: unitTitle(unit) }))
  return ok({ units, here: device?.homeScope ?? null })
}
