import type { Act } from '#shared/domain/act/acts.ts'
import type { Acceptance } from './acceptance.ts'
import { isStorable } from './storable.ts'

/**
 * The leave that set a PIN aside: of a kind that the city allows, and by a supervisor of this device's units who is not the clerk himself. True for what needed
 * none. A name alone proves nothing; what does not hold is a fact all the same.
 */
export async function overrideHolds({ terms, region }: Acceptance, act: Act): Promise<boolean> {
  if (act.type !== 'handover.record' || act.payload.override === null) return true
  const { staffId, at, override } = act.payload
  if (override.means === 'review-later') return region.override.reviewLater
  const allowed = override.means === 'on-the-spot' ? region.override.onTheSpot : region.override.challenge
  const person = override.supervisorId ?? ''
  return allowed && person !== staffId && isStorable(person) && (await terms.allowed(person, ['supervisor'], at))
}
