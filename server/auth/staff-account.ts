import type { Selectable } from 'kysely'
import type { Role } from '#shared/domain/staff/staff.ts'
import { type Centre, instantOf } from '../centre.ts'
import type { Db } from '../database/open-database.ts'
import type { Tables } from '../database/tables.ts'
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

/** Changes what is kept of an account. */
export async function updateAccount(
  db: Db,
  { scope, username }: Pick<Account, 'scope' | 'username'>,
  change: Partial<Omit<Account, 'scope' | 'username' | 'staff_id'>>,
): Promise<void> {
  await db
    .updateTable('staff_accounts')
    .set(change)
    .where('scope', '=', scope)
    .where('username', '=', username)
    .execute()
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
