import type { ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps } from '../deps.ts'

/** Enrols this device; the first copy runs on afterwards. Faults: enrol-code-invalid, address-not-safe, centre-not-proven, those of network and centre. */
export async function enrol(deps: Deps, slip: ParsedInputOf<'device.enrol'>): Answer<Record<string, never>> {
  const enrolled = await deps.sync.enrol(slip)
  if (!enrolled.ok) return enrolled
  deps.announce('status', 'staff', 'first-copy')
  return ok({})
}
