import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { ok } from '#shared/domain/result.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { Answer, Deps } from '../deps.ts'
import { countsFrom } from './offline-days.ts'

const day = 86_400_000

/** Everyone active who is known on this device, those who signed in last first. */
export async function listStaff(deps: Deps): Answer<OutputOf<'session.staff'>> {
  const now = await deps.timeNow()
  const lines = await deps.reading(async (db) => {
    const secrets = new Map((await db.staffSecrets.all()).map((row) => [row.staffId, row]))
    const { daysSinceOnlineSignIn } = (await db.settings.region()).limits
    const staff = (await db.directory.allStaff()).filter(({ active }) => active)
    return staff.map((person) => ({
      staffId: person.id,
      name: person.name,
      code: person.code,
      username: person.username,
      roles: [...person.roles],
      lastSignInAt: secrets.get(person.id)?.lastSignInAt ?? null,
      offlineDaysLeft: daysLeft(
        countsFrom(secrets.get(person.id) ?? null, daysSinceOnlineSignIn),
        daysSinceOnlineSignIn,
        now,
      ),
    }))
  })
  return ok(lines.sort((a, b) => (b.lastSignInAt ?? '').localeCompare(a.lastSignInAt ?? '')))
}

function daysLeft(onlineAt: Instant | null, limit: number, now: Instant): number | null {
  if (onlineAt === null) return null
  const left = Math.ceil(limit - (Date.parse(now) - Date.parse(onlineAt)) / day)
  return left > 0 ? Math.min(left, limit) : null
}
