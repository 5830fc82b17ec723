import type { Fault } from '#shared/contract/errors.ts'
import { ok, type Result } from '#shared/domain/result.ts'
import type { Deps } from '../deps.ts'
import { fail } from '../fail.ts'
import type { AuditTrail } from '../stores.ts'

/**
 * A file that the person keeps where they say. It is in the audit before it is offered: what lies on a stick has its entry, whatever becomes of this program while
 * the person chooses. Fault: file-not-saved.
 */
export async function saveNoted(
  deps: Deps,
  entry: Omit<Parameters<AuditTrail['append']>[0], 'at'>,
  { fileName, bytes }: { readonly fileName: string; readonly bytes: Uint8Array },
): Promise<Result<{ saved: boolean; fileName: string }, Fault>> {
  await deps.inOneWrite((tx) => tx.audit.append({ ...entry, at: deps.clock.now() }))
  const outcome = await deps.shell.saveFile(fileName, bytes)
  return outcome === 'failed' ? fail('file-not-saved') : ok({ saved: outcome === 'saved', fileName })
}
