import { randomBytes, timingSafeEqual } from 'node:crypto'
import { type Centre, instantOf, laterBy } from '../centre.ts'
import { Problem, unauthorised } from '../problem.ts'
import type { AdminRole } from './admin-roles.ts'
import { countUse, requireUses } from './rate-limit.ts'
import { sha256Hex } from './raw-keys.ts'

export interface Administrator {
  readonly name: string
  readonly role: AdminRole
}

/** Wrong tokens from one address. */
const wrongTries = { times: 20, perSeconds: 900 }

/** Name of whoever has the token of the environment; no other token can have it. */
const environmentName = 'environment'

const isEqual = (a: string, b: string): boolean => timingSafeEqual(Buffer.from(sha256Hex(a)), Buffer.from(sha256Hex(b)))

/** Whose token this is. Throws 401 `unauthorised`, and 429 `rate-limited` after twenty wrong ones from an address in a quarter of an hour. */
export async function administratorOf(
  centre: Centre,
  authorization: string | undefined,
  address: string,
): Promise<Administrator> {
  const tries = `admin-tries:${address}`
  await requireUses(centre, tries, wrongTries)
  const token = /^Bearer (\S{1,200})$/.exec(authorization ?? '')?.[1]
  const found = token === undefined ? null : await holderOf(centre, token)
  if (found) return found
  await countUse(centre, tries, wrongTries)
  throw unauthorised()
}

async function holderOf({ db, adminToken, now }: Centre, token: string): Promise<Administrator | null> {
  if (adminToken !== null && isEqual(token, adminToken)) return { name: environmentName, role: 'all' }
  const token_hash = sha256Hex(token)
  const row = await db
    .selectFrom('admin_tokens')
    .select(['name', 'role', 'token_hash'])
    .where('token_hash', '=', token_hash)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', instantOf(now()))
    .executeTakeFirst()
  return row && isEqual(row.token_hash, token_hash) ? row : null
}

/** Makes a token, which is told this once. Throws 409 `name-taken`: a name stays that of one person, so that the acts tell who it was. */
export async function makeAdminToken(
  { db, now }: Centre,
  asked: Administrator & { readonly days: number },
  by: Administrator,
): Promise<string> {
  const token = `la_${randomBytes(32).toString('base64url')}`
  const at = now()
  const row = {
    name: asked.name,
    token_hash: sha256Hex(token),
    role: asked.role,
    made_at: instantOf(at),
    made_by: by.name,
    expires_at: laterBy(at, asked.days * 86_400),
    ended_at: null,
  }
  const made =
    asked.name === environmentName
      ? undefined
      : await db
          .insertInto('admin_tokens')
          .values(row)
          .onConflict((clash) =>
            clash
              .column('name')
              .doUpdateSet(row)
              .where((of) =>
                of.or([of('admin_tokens.ended_at', 'is not', null), of('admin_tokens.expires_at', '<=', row.made_at)]),
              ),
          )
          .returning('name')
          .executeTakeFirst()
  if (!made) throw new Problem(409, 'name-taken')
  return token
}

/** Throws 404 when nobody of this name has a token. */
export async function endAdminToken({ db, now }: Centre, name: string): Promise<void> {
  const ended = await db
    .updateTable('admin_tokens')
    .set({ ended_at: instantOf(now()) })
    .where('name', '=', name)
    .where('ended_at', 'is', null)
    .returning('name')
    .executeTakeFirst()
  if (!ended) throw new Problem(404, 'not-found', { message: 'name unknown' })
}
