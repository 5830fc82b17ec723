import type { Selectable } from 'kysely'
import type { Role } from '#shared/domain/staff/staff.ts'
import { type Centre, instantOf } from '../centre.ts'
import type { Db } from '../database/open-database.ts'
import type { Tables } from '../database/tables.ts'
import { Problem } from '../problem.ts'
import type { Device } from './device.ts'

export type Account = Selectable<Tables['staff_accounts']>

/** Whose account a name is at this device: of its own units alone. */
export const accountAt = (db: Db, device: Device, username: string): Promise<Account | undefined> =>
  db
    .selectFrom('staff_accounts')
    .selectAll()
    .where('scope', 'in', device.scopes)
    .where('username', '=', username)
    .executeTakeFirst()

/**
 * Changes what is kept of an account that was proven by its password. Throws 403 `wrong-password` where it has another password or second factor by now: what was
 * proven with those before counts no more.
 */
export async function updateAccount(
  db: Db,
  { scope, username, password_hash, factor }: Pick<Account, 'scope' | 'username' | 'password_hash' | 'factor'>,
  change: Partial<Omit<Account, 'scope' | 'username' | 'staff_id'>>,
): Promise<void> {
  const changed = await db
    .updateTable('staff_accounts')
    .set(change)
    .where('scope', '=', scope)
    .where('username', '=', username)
    .where('password_hash', '=', password_hash)
    .where('factor', 'is not distinct from', factor)
    .returning('username')
    .executeTakeFirst()
  if (!changed) throw new Problem(403, 'wrong-password')
}

export interface Term {
  readonly active: boolean
  readonly roles: readonly Role[]
}

const nobody: Term = { active: false, roles: [] }

/** What this person may do now. */
export async function termOf({ db, now }: Pick<Centre, 'db' | 'now'>, { scope, staff_id }: Account): Promise<Term> {
  const term = await db
    .selectFrom('staff_history')
    .select(['active', 'roles'])
    .where('scope', '=', scope)
    .where('staff_id', '=', staff_id)
    .where('valid_from', '<=', instantOf(now()))
    .orderBy('valid_from', 'desc')
    .executeTakeFirst()
  return term ? { active: term.active, roles: term.roles.split(',') as Role[] } : nobody
}

/** The account by which a sealed secret is bound. */
export const whose = ({ staff_id }: Account): string => staff_id
