import { type PasswordOwner, passwordFault } from '#shared/domain/staff/password-rules.ts'
import { type Centre, instantOf } from '../centre.ts'
import { inTransaction } from '../database/in-transaction.ts'
import { Problem } from '../problem.ts'
import { lockInOrder } from '../sync/lock-scopes.ts'
import { readRow } from '../sync/read-row.ts'
import { writeRow } from '../sync/write-row.ts'
import type { Device } from './device.ts'
import { forgetTries, provenAccount, type Typed } from './proven-account.ts'
import { hasFactor, requireFactor } from './second-factor.ts'
import { type Account, updateAccount } from './staff-account.ts'
import { standingOf } from './staff-sign-in.ts'

/**
 * Another password, by the one before. The person's row says since when it holds, so that every device learns that what it verified before counts no more.
 * Throws as signIn, and 400 `password-unfit` {why}.
 */
export async function changePassword(centre: Centre, device: Device, typed: Typed & { readonly next: string }) {
  const { account, term } = await provenAccount(centre, device, typed)
  if (hasFactor(account) && !account.must_change) await requireFactor(centre, account, typed.code)
  const why = passwordFault(typed.next, await ownerOf(centre, account), typed.password)
  if (why !== null) throw new Problem(400, 'password-unfit', { why })
  const password_hash = await centre.hasher.hash(typed.next)
  const since = instantOf(centre.now())
  await inTransaction(centre.db, async (trx) => {
    await lockInOrder(trx, [account.scope])
    await updateAccount(trx, account, { password_hash, must_change: false, since })
    const row = await readRow(trx, 'staff', account.staff_id)
    if (!row) return
    const { scope } = row
    await writeRow(trx, { scope, entity: 'staff', id: row.id, row: { ...row, credentialsSince: since } }, since)
  })
  await forgetTries(centre, device.homeScope, account.username)
  await centre.pokes.send([account.scope])
  return standingOf(centre, { ...account, must_change: false, since }, term)
}

async function ownerOf({ db, region }: Centre, { staff_id, scope, username }: Account): Promise<PasswordOwner> {
  const [person, unit] = [await readRow(db, 'staff', staff_id), await readRow(db, 'unit', scope)]
  return { username, name: person?.name ?? '', office: [region.city, ...(unit ? [unit.name] : [])] }
}
