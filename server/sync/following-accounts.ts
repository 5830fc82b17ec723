import type { Act } from '#shared/domain/act/acts.ts'
import { usernameTaken } from '#shared/domain/staff/staff-rules.ts'
import type { Db } from '../database/open-database.ts'
import type { Acceptance } from './acceptance.ts'

/** Is the name that somebody is to get free in the whole city? A device of several units would not know whom it means. */
export async function flagsOfPerson(trx: Db, act: Act): Promise<readonly string[]> {
  if (act.type !== 'staff.add') return []
  const taken = await trx
    .selectFrom('staff_accounts')
    .select('staff_id')
    .where('username', '=', act.payload.username)
    .executeTakeFirst()
  return taken ? [usernameTaken] : []
}

/** What an act about a person does to the account. The caller holds the locks of the units. */
export async function followingAccounts({ trx, at }: Pick<Acceptance, 'trx' | 'at'>, act: Act): Promise<void> {
  switch (act.type) {
    case 'staff.add': {
      const { scope, username, personId: staff_id, firstPassword: password_hash } = act.payload
      const account = { scope, username, staff_id, password_hash, must_change: true, since: at }
      await trx.insertInto('staff_accounts').values(account).execute()
      return
    }
    case 'staff.change':
      return moved(trx, act.payload.personId, act.payload.scope)
    case 'staff.reset':
      return reset(trx, act.payload, at)
    default:
  }
}

/** The account goes along to another unit. */
async function moved(trx: Db, staffId: string, scope: string): Promise<void> {
  const [account] = await trx
    .deleteFrom('staff_accounts')
    .where('staff_id', '=', staffId)
    .where('scope', '<>', scope)
    .returningAll()
    .execute()
  if (account)
    await trx
      .insertInto('staff_accounts')
      .values({ ...account, scope })
      .execute()
}

/** The second factor goes with the password: who lost the telephone is helped by the same act. */
async function reset(
  trx: Db,
  {
    scope,
    personId,
    firstPassword,
  }: { readonly scope: string; readonly personId: string; readonly firstPassword: string },
  since: string,
): Promise<void> {
  const none = { factor: null, factor_pending: null, recovery: '[]' }
  const account = await trx
    .updateTable('staff_accounts')
    .set({ password_hash: firstPassword, must_change: true, since, ...none })
    .where('scope', '=', scope)
    .where('staff_id', '=', personId)
    .returning('username')
    .executeTakeFirst()
  if (!account) return
  await trx.deleteFrom('sign_in_failures').where('scope', '=', scope).where('username', '=', account.username).execute()
}
