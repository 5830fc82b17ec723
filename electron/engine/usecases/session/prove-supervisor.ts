import type { Fault } from '#shared/contract/errors.ts'
import { ok, type Result } from '#shared/domain/result.ts'
import type { Staff } from '#shared/domain/staff/staff.ts'
import type { Deps } from '../deps.ts'
import { fail } from '../fail.ts'
import type { WriteSet } from '../stores.ts'
import { checkPerson, letIn, nobodysVerifier } from './check-person.ts'
import { checkUnlockPin } from './check-unlock-pin.ts'
import { isFresh } from './offline-days.ts'

export interface SupervisorProof {
  readonly username: string
  readonly password?: string | undefined
  /** Of the lock screen, as the supervisor set it on this device. */
  readonly pin?: string | undefined
}

export interface ProvenSupervisor {
  readonly staff: Staff
  /** To be called in the transaction of what is allowed. */
  enter(tx: WriteSet): Promise<Result<null, Fault>>
}

/** The second pair of eyes: a supervisor other than `asker`, by the own password or PIN. Faults: those of sign-in and of the PIN, not-supervisor, override-same-person. */
export async function proveSupervisor(
  deps: Deps,
  proof: SupervisorProof,
  asker: string,
): Promise<Result<ProvenSupervisor, Fault>> {
  const proven = proof.password === undefined ? await byPin(deps, proof) : await byPassword(deps, proof)
  if (!proven.ok) return proven
  const { staff } = proven.value
  if (!staff.roles.includes('supervisor')) return fail('not-supervisor')
  return staff.id === asker ? fail('override-same-person') : proven
}

async function byPassword(deps: Deps, { username, password = '' }: SupervisorProof) {
  const person = await checkPerson(deps, { username, password, purpose: 'signature' })
  if (!person.ok) return person
  return ok({ staff: person.value.staff, enter: (tx: WriteSet) => letIn(deps, tx, person.value) })
}

/** A PIN proves somebody only as long as the password behind it would. */
async function byPin(deps: Deps, { username, pin = '' }: SupervisorProof) {
  const now = await deps.timeNow()
  const { staff, fresh } = await deps.reading(async (db) => {
    const found = await db.directory.staffByUsername(username)
    const secret = found && (await db.staffSecrets.find(found.id))
    return { staff: found, fresh: await isFresh(db, secret, now) }
  })
  if (!staff?.active || !fresh) {
    await deps.passwords.matches(nobodysVerifier, pin)
    return fail('needs-online-sign-in')
  }
  const right = await checkUnlockPin(deps, staff, pin)
  return right.ok ? ok({ staff, enter: async () => ok(null) }) : right
}
