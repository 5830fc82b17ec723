import type { Fault } from '#shared/contract/errors.ts'
import { ok, type Result } from '#shared/domain/result.ts'
import type { Staff } from '#shared/domain/staff/staff.ts'
import type { Deps } from '../deps.ts'
import { fail } from '../fail.ts'
import type { CheckedAtCentre } from '../ports.ts'
import type { SessionRow, StaffSecretRow } from '../secret-stores.ts'
import type { WriteSet } from '../stores.ts'
import { isFresh } from './offline-days.ts'
import { countTry, emptySecret, lockedUntil, takeBackTry, triedWrong } from './tries.ts'

export interface CheckedPerson {
  readonly staff: Staff
  readonly means: 'online' | 'offline'
  /** What the person must do before any work. */
  readonly must: SessionRow['must']
  /** What to keep for the next time; write it with `letIn`. */
  readonly news: Partial<StaffSecretRow>
}

export interface Typed {
  readonly username: string
  readonly password: string
  /** Of the authenticator, or a recovery code; where the centre asks for it. */
  readonly code?: string | undefined
  /**
   * What for; a sign-in unless said otherwise. Opening the screen lock and signing an act ask for no second factor; nobody signs an act with a password that
   * must be changed first.
   */
  readonly purpose?: 'unlock' | 'signature'
}

/**
 * Compared with what was typed where there is nothing to compare it with, so that whoever is unknown, locked out or new costs the same work as a wrong
 * password. It is the hash of nothing anybody can type.
 */
export const nobodysVerifier =
  '$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5bm9ib2R5bm9ib2R5$mO4ZWYUyqBMhkYcsX6jCgYJUYpDLGuaMlLmmxbPzSDU'

/**
 * Is this the person's password? Asks the centre when it can be reached, otherwise the verifier made on this device. Tries are counted on disk before
 * anything is compared. `age`: whether the verifier counts when the centre last checked the password too long ago. Faults: wrong-password {triesLeft},
 * locked-out {until}, needs-online-sign-in, staff-inactive, not-enrolled, second-factor-required, second-factor-wrong.
 */
export async function checkPerson(
  deps: Deps,
  typed: Typed,
  age: 'within-limit' | 'however-old' = 'within-limit',
): Promise<Result<CheckedPerson, Fault>> {
  const known = await readKnown(deps, typed.username, age)
  if (!known.enrolled) return fail('not-enrolled')
  const { staff } = known
  const counted = staff ? await countTry(deps, staff) : ok(0)
  if (!counted.ok) {
    await deps.passwords.matches(nobodysVerifier, typed.password)
    return counted
  }
  if (known.verifier === null || deps.sync.online()) {
    const online = await checkOnline(deps, typed, { ...known, triesLeft: counted.value })
    if (online) return online
  }
  const right = await deps.passwords.matches(known.verifier ?? nobodysVerifier, typed.password)
  if (staff && known.verifier === null) await takeBackTry(deps, staff)
  if (!staff || known.verifier === null) return fail('needs-online-sign-in')
  if (!right) return triedWrong(deps, staff, counted.value)
  return staff.active ? ok({ staff, means: 'offline', must: null, news: {} }) : fail('staff-inactive')
}

interface Known {
  readonly enrolled: boolean
  readonly staff: Staff | null
  /** null: none that counts. */
  readonly verifier: string | null
  /** It was set here by a supervisor's leave: the centre does not know it. */
  readonly temporary: boolean
}

async function readKnown(deps: Deps, username: string, age: 'within-limit' | 'however-old'): Promise<Known> {
  const now = await deps.timeNow()
  return deps.reading(async (db) => {
    const staff = await db.directory.staffByUsername(username)
    const secret = staff && (await db.staffSecrets.find(staff.id))
    const counts =
      staff && secret && (age === 'however-old' || (await isFresh(db, secret, now))) && isOfNow(secret, staff)
    return {
      enrolled: (await db.device.current()) !== null,
      staff,
      verifier: counts ? secret.verifier : null,
      temporary: secret?.temporary ?? false,
    }
  })
}

/** False where the centre has said that the password was changed or reset after it was verified here. */
export const isOfNow = ({ credentialsSince }: StaffSecretRow, staff: Staff): boolean =>
  staff.credentialsSince === undefined || (credentialsSince ?? '') >= staff.credentialsSince

interface Trying extends Known {
  readonly triesLeft: number
}

/** null: the centre could not be asked. */
async function checkOnline(deps: Deps, typed: Typed, trying: Trying) {
  const { staff: known, triesLeft } = trying
  const { username, password, code: factor, purpose } = typed
  const answer = await deps.centre.checkPassword({ username, password, code: factor, again: purpose !== undefined })
  if (answer.ok) return foundOnline(deps, typed, answer.value)
  const { code } = answer.refusal
  if (code === 'wrong-password' && (await isTemporary(deps, password, trying))) return fail('password-temporary')
  if (code === 'wrong-password') return known ? triedWrong(deps, known, triesLeft) : answer
  // What the centre says about the person stands; whatever it says about this device must not keep the counter closed.
  if (!aboutThePerson.has(code)) return null
  if (known && code !== 'second-factor-wrong') await takeBackTry(deps, known)
  return answer
}

/** What is said to who must do something first. */
export const mustFault = { password: 'password-must-change', 'second-factor': 'second-factor-missing' } as const

/** The password that holds on this device alone: right, and worth nothing while the centre answers. The try stays counted. */
const isTemporary = async (deps: Deps, password: string, { temporary, verifier }: Known): Promise<boolean> =>
  temporary && verifier !== null && (await deps.passwords.matches(verifier, password))

const aboutThePerson: ReadonlySet<string> = new Set([
  'locked-out',
  'staff-inactive',
  'second-factor-required',
  'second-factor-wrong',
])

async function foundOnline(deps: Deps, { password, purpose }: Typed, found: CheckedAtCentre) {
  const { staffId, must, credentialsSince } = found
  if (purpose === 'signature' && must !== null) return fail(mustFault[must])
  const find = () => deps.reading((db) => db.directory.staff(staffId))
  let staff = await find()
  if (!staff) {
    // Made a moment ago: the row is on its way.
    await deps.sync.now()
    staff = await find()
  }
  if (!staff?.active) return fail('staff-inactive')
  // Who must do something first gets nothing that opens without the centre.
  const verifier = must === null ? await deps.passwords.makeVerifier(password) : null
  const onlineAt = await deps.timeNow()
  const news = { verifier, onlineAt, credentialsSince, temporary: false, extendedUntil: null }
  return ok({ staff, means: 'online' as const, must, news })
}

/** Writes what `checkPerson` found. A lock that fell in the meantime holds: many tries at once gain nothing. */
export async function letIn(
  { clock, sureNow }: Pick<Deps, 'clock' | 'sureNow'>,
  tx: WriteSet,
  { staff, means, news }: CheckedPerson,
): Promise<Result<null, Fault>> {
  const before = (await tx.staffSecrets.find(staff.id)) ?? emptySecret(staff.id)
  const until = means === 'offline' ? lockedUntil(before, await sureNow()) : null
  if (until !== null) return fail('locked-out', { until })
  const clean = { wrongTries: 0, pinWrong: 0, lockedUntil: null, lastSignInAt: clock.now() }
  // A PIN was set by whoever knew the password of then.
  const another = news.credentialsSince !== undefined && news.credentialsSince !== before.credentialsSince
  await tx.staffSecrets.save({ ...before, ...(another ? { pinVerifier: null } : {}), ...news, ...clean })
  return ok(null)
}
