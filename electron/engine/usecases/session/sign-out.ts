import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps, Who } from '../deps.ts'

export async function signOut(deps: Deps, { staff, session }: Who): Answer<Record<string, never>> {
  await deps.inOneWrite(async (tx) => {
    await tx.sessions.end(session.tokenHash)
    await tx.audit.append({ kind: 'sign-out', subject: staff.id, staffId: staff.id, at: deps.clock.now() })
  })
  deps.presence.forget(session.tokenHash)
  // A device that is to move goes when nobody works at it any more.
  if ((await deps.sync.status()).move !== null) deps.sync.wake()
  return ok({})
}
