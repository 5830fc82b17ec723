import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps } from '../deps.ts'

/** Enrols this device; the first copy runs on afterwards. Faults: enrol-code-invalid, those of network and centre. */
export async function enrol(
  deps: Deps,
  { code, serverUrl }: { code: string; serverUrl?: string | undefined },
): Answer<Record<string, never>> {
  const enrolled = await deps.sync.enrol(code, serverUrl)
  if (!enrolled.ok) return enrolled
  deps.announce('status', 'staff', 'first-copy')
  return ok({})
}
