import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps, Who } from '../deps.ts'

/** Whoever sits at this desk next finds nothing but the lock screen. */
export async function lock(deps: Deps, { session }: Who): Answer<Record<string, never>> {
  await deps.inOneWrite((tx) => tx.sessions.setLocked(session.tokenHash, true))
  return ok({})
}

/** The machine was locked, or sleeps: every session on it is. */
export async function lockAll(deps: Pick<Deps, 'inOneWrite' | 'announce' | 'presence'>): Promise<void> {
  // Whether or not it can be written.
  deps.presence.leaveAll()
  deps.announce('locked')
  await deps.inOneWrite((tx) => tx.sessions.lockAll())
}
