import type { Fault } from '#shared/contract/errors.ts'
import { ok, type Result } from '#shared/domain/result.ts'
import type { Staff } from '#shared/domain/staff/staff.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { Deps } from '../deps.ts'
import { fail } from '../fail.ts'
import type { StaffSecretRow } from '../secret-stores.ts'
import type { WriteSet } from '../stores.ts'

export interface CheckedPerson {
  readonly staff: Staff
  readonly means: 'online' | 'offline'
  /** What to keep for the next time; write it with `letIn`. */
  readonly secret: StaffSecretRow
}

export const passwordTries = 5
const lockMinutes = 15

/**
 * Is this the person's password? Asks the centre when it can be reached, otherwise the verifier made on this device. Wrong tries are counted on
 * disk before the answer. `age`: whether the verifier counts when the centre last checked the password too long ago. Faults: wrong-password {triesLeft}, locked-out {until}, needs-online-sign-in, staff-inactive, not-enrolled.
 */
export async function checkPerson(
  deps: Deps,
  username: string,
  password: string,
  age: 'within-limit' | 'however-old' = 'within-limit',
): Promise<Result<CheckedPerson, Fault>> {
  const known = await deps.reading(async (db) => {
    const staff = await db.directory.staffByUsername(username)
    const secret = staff && (await db.staffSecrets.find(staff.id))
    return { enrolled: (await db.device.current()) !== null, staff, secret, region: await db.settings.region() }
  })
  if (!known.enrolled) return fail('not-enrolled')
  const locked = lockOf(known.secret, deps.clock.now())
  if (locked) return locked
  const days = known.region.limits.daysSinceOnlineSignIn
  const tooOld = age === 'within-limit' && tooLongAgo(known.secret?.onlineAt ?? null, days, await deps.timeNow())
  const usable = known.secret?.verifier && !tooOld
  if (!usable || deps.sync.online()) {
    const online = await checkOnline(deps, username, password, known)
    if (online) return online
  }
  if (!known.staff || !known.secret?.verifier || !usable) return fail('needs-online-sign-in')
  const right = await deps.passwords.matches(known.secret.verifier, password)
  return right ? letInOffline(deps, known.staff) : countWrong(deps, known.staff)
}

interface Known {
  readonly staff: Staff | null
  readonly secret: StaffSecretRow | null
}

/** null: the centre could not be asked. */
async function checkOnline(deps: Deps, username: string, password: string, known: Known) {
  const answer = await deps.centre.checkPassword(username, password)
  if (!answer.ok) {
    if (answer.refusal.code === 'wrong-password')
      return known.staff ? countWrong(deps, known.staff) : fail('wrong-password')
    // What the centre says about the person stands; whatever it says about this device must not keep the counter closed.
    const aboutPerson = answer.refusal.code === 'locked-out' || answer.refusal.code === 'staff-inactive'
    return aboutPerson ? answer : null
  }
  const { staffId } = answer.value
  const staff = await deps.reading((db) => db.directory.staff(staffId))
  if (!staff?.active) return fail('staff-inactive')
  const now = deps.clock.now()
  const verifier = await deps.passwords.makeVerifier(password)
  const secret = {
    staffId,
    verifier,
    onlineAt: await deps.timeNow(),
    lastSignInAt: now,
    wrongTries: 0,
    lockedUntil: null,
  }
  return ok({ staff, means: 'online' as const, secret })
}

async function letInOffline(deps: Deps, staff: Staff): Promise<Result<CheckedPerson, Fault>> {
  if (!staff.active) return fail('staff-inactive')
  const now = deps.clock.now()
  const secret = await deps.reading((db) => db.staffSecrets.find(staff.id))
  if (!secret) return fail('needs-online-sign-in')
  const good = { ...secret, lastSignInAt: now, wrongTries: 0, lockedUntil: null }
  return ok({ staff, means: 'offline', secret: good })
}

/** Writes what `checkPerson` found. A lock that fell in the meantime holds: many tries at once gain nothing. */
export async function letIn(tx: WriteSet, person: CheckedPerson, now: Instant): Promise<Result<null, Fault>> {
  const locked = person.means === 'offline' && lockOf(await tx.staffSecrets.find(person.staff.id), now)
  if (locked) return locked
  await tx.staffSecrets.save(person.secret)
  return ok(null)
}

async function countWrong(deps: Deps, staff: Staff): Promise<Result<never, Fault>> {
  return deps.inOneWrite(async (tx) => {
    const now = deps.clock.now()
    const before = (await tx.staffSecrets.find(staff.id)) ?? emptySecret(staff.id)
    const locked = lockOf(before, now)
    if (locked) return locked
    const wrongTries = before.wrongTries + 1
    const lockedUntil = wrongTries >= passwordTries ? minutesAfter(now, lockMinutes) : null
    await tx.staffSecrets.save({ ...before, wrongTries: lockedUntil ? 0 : wrongTries, lockedUntil })
    await tx.audit.append({ kind: 'sign-in-refused', subject: staff.id, staffId: staff.id, at: now })
    if (lockedUntil) return fail('locked-out', { until: lockedUntil })
    return fail('wrong-password', { triesLeft: passwordTries - wrongTries })
  })
}

const emptySecret = (staffId: string): StaffSecretRow => ({
  staffId,
  verifier: null,
  onlineAt: null,
  lastSignInAt: null,
  wrongTries: 0,
  lockedUntil: null,
})

const lockOf = (secret: StaffSecretRow | null, now: Instant) =>
  secret?.lockedUntil && secret.lockedUntil > now ? fail('locked-out', { until: secret.lockedUntil }) : null

const day = 86_400_000
const tooLongAgo = (at: Instant | null, days: number, now: Instant) =>
  at === null || Date.parse(now) - Date.parse(at) >= days * day

/** `minutes` after an instant. */
export const minutesAfter = (at: Instant, minutes: number): Instant =>
  new Date(Date.parse(at) + minutes * 60_000).toISOString()
