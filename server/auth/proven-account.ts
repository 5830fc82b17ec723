import { sql } from 'kysely'
import { type Centre, instantOf, laterBy } from '../centre.ts'
import { Problem } from '../problem.ts'
import type { Device } from './device.ts'
import { type Account, accountAt, type Term, termOf } from './staff-account.ts'

const tries = 5
const lockSeconds = 900

/**
 * Compared with when the name is unknown or locked out, so that every answer costs the same work. It is the hash of nothing anybody can type.
 */
const nobodysHash =
  '$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5bm9ib2R5bm9ib2R5$mO4ZWYUyqBMhkYcsX6jCgYJUYpDLGuaMlLmmxbPzSDU'

export interface Typed {
  readonly username: string
  readonly password: string
  readonly code?: string | undefined
  readonly again?: boolean | undefined
}

/**
 * The account of who knows its password. A try is counted before anything is compared, so that many at once are not more than five; unknown, locked and wrong
 * cost the same. Whoever has checked all that is needed forgets the tries.
 */
export async function provenAccount(
  centre: Centre,
  device: Device,
  { username, password }: Pick<Typed, 'username' | 'password'>,
): Promise<{ readonly account: Account; readonly term: Term }> {
  const name = username.trim().toLowerCase()
  const locked = await countTry(centre, device.homeScope, name)
  const account = locked === null ? await accountAt(centre.db, device, name) : undefined
  const matches = await centre.hasher.matches(account?.password_hash ?? nobodysHash, password)
  if (locked !== null) throw locked
  if (!account || !matches) throw new Problem(403, 'wrong-password')
  const term = await termOf(centre, account)
  if (term.active) return { account, term }
  await forgetTries(centre, device.homeScope, name)
  throw new Problem(403, 'staff-inactive')
}

/** null: it may be tried. */
async function countTry({ db, now }: Centre, scope: string, username: string): Promise<Problem | null> {
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
  if (row.locked_until === null) return null
  const retryAfterSeconds = Math.max(1, Math.ceil((Date.parse(row.locked_until) - at.getTime()) / 1000))
  return new Problem(429, 'locked-out', { retryAfterSeconds })
}

export async function forgetTries({ db }: Pick<Centre, 'db'>, scope: string, username: string): Promise<void> {
  await db.deleteFrom('sign_in_failures').where('scope', '=', scope).where('username', '=', username).execute()
}

/** The password was right, and the tries of before still count: they may have been at the second factor. */
export async function takeBackTry({ db }: Pick<Centre, 'db'>, scope: string, username: string): Promise<void> {
  await db
    .updateTable('sign_in_failures')
    .set({ failures: sql`failures - 1` })
    .where('scope', '=', scope)
    .where('username', '=', username)
    .where('failures', '>', 0)
    .execute()
}
