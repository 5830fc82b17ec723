import { sql } from 'kysely'
import type { z } from 'zod'
import type { CityAnswer, staffQuery } from '#shared/contract/sync/queries.ts'
import type { Staff } from '#shared/domain/staff/staff.ts'
import { type Centre, instantOf } from '../centre.ts'
import type { Db } from '../database/open-database.ts'
import { field, storedRows, unitNames } from './stored-rows.ts'

type Told = CityAnswer<'staff'>['people'][number]

/** The people of the city or of a unit, by name; those who were ended last. `text`: part of a name, user name or code. */
export async function cityStaff(centre: Centre, asked: z.output<typeof staffQuery>): Promise<CityAnswer<'staff'>> {
  const { unit = null, text, offset, limit } = asked
  const order = sql`${field('active')} DESC, lower(${field('name')})`
  const where = text === undefined || text.trim() === '' ? undefined : holds(text.trim())
  const found = await storedRows(centre.db, 'staff', { scope: unit, order, offset, limit, ...(where && { where }) })
  const nameOf = await unitNames(
    centre.db,
    found.rows.map(({ scope }) => scope),
  )
  const accounts = await accountsOf(centre.db, found.rows)
  const now = instantOf(centre.now())
  return {
    total: found.total,
    people: found.rows.map((row) => told(row, accounts.get(row.id) ?? null, { now, unitName: nameOf(row.scope) })),
  }
}

const holds = (text: string) => {
  const like = `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  return sql<boolean>`(${field('name')} ILIKE ${like} OR ${field('username')} ILIKE ${like} OR ${field('code')} ILIKE ${like})`
}

async function accountsOf(db: Db, people: readonly Staff[]) {
  if (people.length === 0) return new Map<string, never>()
  const accounts = await db
    .selectFrom('staff_accounts')
    .leftJoin('sign_in_failures', (join) =>
      join
        .onRef('sign_in_failures.scope', '=', 'staff_accounts.scope')
        .onRef('sign_in_failures.username', '=', 'staff_accounts.username'),
    )
    .select(['staff_accounts.staff_id', 'must_change', 'factor', 'last_sign_in_at', 'locked_until'])
    .where('staff_accounts.scope', 'in', [...new Set(people.map(({ scope }) => scope))])
    .where(
      'staff_accounts.staff_id',
      'in',
      people.map(({ id }) => id),
    )
    .execute()
  return new Map(accounts.map((one) => [one.staff_id, one]))
}

type Account = NonNullable<Awaited<ReturnType<typeof accountsOf>> extends Map<string, infer A> ? A : never>

function told(
  person: Staff,
  account: Account | null,
  { now, unitName }: { readonly now: string; readonly unitName: string },
): Told {
  const { id: personId, scope, username, name, code, roles } = person
  return {
    ...{ personId, scope, unitName, username, name, code, roles: [...roles] },
    state: stateOf(person, account, now),
    secondFactor: account !== null && account.factor !== null,
    lastSignInAt: account?.last_sign_in_at ?? null,
  }
}

function stateOf({ active }: Staff, account: Account | null, now: string): Told['state'] {
  if (!active) return 'ended'
  if (account === null) return 'no-account'
  if (account.locked_until !== null && account.locked_until > now) return 'locked'
  return account.must_change ? 'first-password' : 'active'
}
