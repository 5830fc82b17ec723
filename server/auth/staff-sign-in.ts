import { hash, verify } from '@node-rs/argon2'
import { sql } from 'kysely'
import { type Centre, instantOf, laterBy } from '../centre.ts'
import { Problem } from '../problem.ts'
import type { Device } from './device.ts'

const tries = 5
const lockSeconds = 900

/** argon2id, the library's own choice of algorithm. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const passwordHash = (password: string, salt?: Uint8Array): Promise<string> =>
  hash(password, salt ? { ...cost, salt } : cost)

/** Verified when the name is unknown, so that the answer takes as long as for a known one. It is the hash of nothing anybody can type. */
const nobodysHash =
  '$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5bm9ib2R5bm9ib2R5$mO4ZWYUyqBMhkYcsX6jCgYJUYpDLGuaMlLmmxbPzSDU'

/**
 * Checks a person's password for a device of the person's scope. A try is counted before it is checked, so that many at once are not more than five.
 * Throws 403 `wrong-password` or `staff-inactive`, 429 `locked-out` with the seconds to wait.
 */
export async function signIn(centre: Centre, device: Device, username: string, password: string): Promise<string> {
  const name = username.trim().toLowerCase()
  await countTry(centre, device.homeScope, name)
  const account = await centre.db
    .selectFrom('staff_accounts')
    .selectAll()
    .where('scope', 'in', device.scopes)
    .where('username', '=', name)
    .executeTakeFirst()
  const matches = await verify(account?.password_hash ?? nobodysHash, password)
  if (!account || !matches) throw new Problem(403, 'wrong-password')
  await forgetTries(centre, device.homeScope, name)
  if (!(await isActive(centre, account.scope, account.staff_id))) throw new Problem(403, 'staff-inactive')
  return account.staff_id
}

async function countTry({ db, now }: Centre, scope: string, username: string): Promise<void> {
  const at = now()
  const values = { scope, username, failures: 1, locked_until: null }
  const lockOver = sql<boolean>`sign_in_failures.locked_until IS NOT NULL AND sign_in_failures.locked_until <= ${instantOf(at)}`
  const row = await db
    .insertInto('sign_in_failures')
    .values(values)
    .onConflict((clash) =>
      clash.columns(['scope', 'username']).doUpdateSet({
        failures: sql`CASE WHEN ${lockOver} THEN 1 ELSE sign_in_failures.failures + 1 END`,
        locked_until: sql`CASE WHEN ${lockOver} THEN NULL
          WHEN sign_in_failures.locked_until IS NULL AND sign_in_failures.failures >= ${tries} THEN ${laterBy(at, lockSeconds)}
          ELSE sign_in_failures.locked_until END`,
      }),
    )
    .returning('locked_until')
    .executeTakeFirstOrThrow()
  if (row.locked_until === null) return
  const retryAfterSeconds = Math.max(1, Math.ceil((Date.parse(row.locked_until) - at.getTime()) / 1000))
  throw new Problem(429, 'locked-out', { retryAfterSeconds })
}

async function forgetTries({ db }: Centre, scope: string, username: string): Promise<void> {
  await db.deleteFrom('sign_in_failures').where('scope', '=', scope).where('username', '=', username).execute()
}

async function isActive({ db, now }: Centre, scope: string, staffId: string): Promise<boolean> {
  const term = await db
    .selectFrom('staff_history')
    .select('active')
    .where('scope', '=', scope)
    .where('staff_id', '=', staffId)
    .where('valid_from', '<=', instantOf(now()))
    .orderBy('valid_from', 'desc')
    .executeTakeFirst()
  return term?.active ?? false
}
