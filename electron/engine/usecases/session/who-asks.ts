import type { Deps, Who } from '../deps.ts'
import { isOver } from './session-time.ts'

const minute = 60_000
/** Where the region does not say otherwise. */
export const idleLockMinutes = 10
/** The screen locks first and says so before; the engine stands behind a screen that does not. */
const behindTheScreenMinutes = 1

/** Whose token this is; null where nobody's, or not any more. A session that nobody used for too long is locked from here on. */
export async function whoAsks(deps: Deps, token: string): Promise<Who | null> {
  const tokenHash = deps.secrets.hash(token)
  const { session, staff } = await deps.reading(async (db) => {
    const found = await db.sessions.find(tokenHash)
    return { session: found, staff: found && (await db.directory.staff(found.staffId)) }
  })
  if (!session || !staff?.active) return null
  if (isOver(session, { now: deps.clock.now(), sure: await deps.sureNow() })) return null
  deps.presence.see(tokenHash)
  if (session.locked || !(await leftAlone(deps, tokenHash))) return { staff, session }
  // On a full disk it is locked all the same: nobody used it since, and it is asked again.
  const notWritten = (cause: unknown) => deps.log.error('session-lock', cause)
  await deps.inOneWrite((tx) => tx.sessions.setLocked(tokenHash, true)).catch(notWritten)
  deps.announce('locked')
  return { staff, session: { ...session, locked: true } }
}

async function leftAlone(deps: Deps, tokenHash: string): Promise<boolean> {
  const idleMs = deps.presence.idleMs(tokenHash)
  // Nearly every call comes soon after the one before: the region need not be read for it.
  if (idleMs < minute) return false
  const { limits } = await deps.reading((db) => db.settings.region())
  return idleMs >= ((limits.idleLockMinutes ?? idleLockMinutes) + behindTheScreenMinutes) * minute
}
