import type { RowSet } from '../act/row-set.ts'
import { traced } from '../act/row-set.ts'
import type { Need, Outcome, Rule, Seen } from '../act/rule.ts'
import type { Instant } from '../time.ts'
import type { Staff } from './staff.ts'
import type { PasswordReset, PersonAdded, PersonChanged, PersonEnded } from './staff-acts.ts'
import { usernameFault } from './username.ts'

/** Why the centre refuses an act about a person. */
export const staffRefusals = [
  'person-known',
  'person-unknown',
  'person-ended',
  'own-account',
  'roles-missing',
  'unit-unknown',
  'username-form',
  'username-nik',
  'username-taken',
] as const
type Refusal = (typeof staffRefusals)[number] | 'not-permitted'

/** What the centre notices of a name that somebody in the city has already. */
export const usernameTaken = 'username-taken'

type About = PersonAdded | PersonChanged | PersonEnded | PasswordReset

const common = {
  kind: 'intention' as const,
  id: ({ actId }: About): string => actId,
  staffId: ({ staffId }: About): string => staffId,
  at: ({ at }: About): Instant => at,
  needs: ({ personId, scope }: About): readonly Need[] => [
    { entity: 'staff', id: personId },
    { entity: 'unit', id: scope },
  ],
}

export const addPersonRule: Rule<PersonAdded> = {
  ...common,
  apply: (rows, asked, seen): Outcome => {
    const known = rows.get('staff', asked.personId)
    if (known) return traced(known, asked.actId) ? unchanged : refused('person-known')
    const refusal =
      refusalOf(rows, asked, seen) ??
      usernameFault(asked.username) ??
      (seen.flags.includes(usernameTaken) ? usernameTaken : null) ??
      (asked.roles.length === 0 ? 'roles-missing' : null)
    if (refusal !== null) return refused(refusal)
    const { personId: id, scope, username, name, code, roles } = asked
    return written({ id, scope, username, name, code, roles, active: true, credentialsSince: nowBy(asked, seen) })
  },
}

export const changePersonRule: Rule<PersonChanged> = {
  ...common,
  apply: (rows, asked, seen): Outcome =>
    following(rows, asked, seen, (person) => {
      const { scope, name, code, roles } = asked
      return roles.length === 0 ? 'roles-missing' : { ...person, scope, name, code, roles, active: true }
    }),
}

export const endPersonRule: Rule<PersonEnded> = {
  ...common,
  apply: (rows, asked, seen): Outcome =>
    following(rows, asked, seen, (person) => (person.active ? { ...person, active: false } : 'person-ended')),
}

export const resetPasswordRule: Rule<PasswordReset> = {
  ...common,
  apply: (rows, asked, seen): Outcome =>
    following(rows, asked, seen, (person) =>
      person.active ? { ...person, credentialsSince: nowBy(asked, seen) } : 'person-ended',
    ),
}

const unchanged: Outcome = { changed: [], verdict: 'applied', code: null, caseId: null }
const refused = (code: Refusal): Outcome => ({ ...unchanged, verdict: 'refused', code })
const written = (row: Staff): Outcome => ({ ...unchanged, changed: [{ entity: 'staff', id: row.id, row }] })
const nowBy = ({ at }: About, { acceptedAt }: Seen): Instant => acceptedAt ?? at

/** Nobody makes, ends or resets himself: it always takes another administrator. */
function refusalOf(rows: RowSet, { scope, staffId, personId }: About, seen: Seen): Refusal | null {
  if (!seen.permitted) return 'not-permitted'
  if (staffId === personId) return 'own-account'
  return rows.get('unit', scope) ? null : 'unit-unknown'
}

function following(rows: RowSet, asked: About, seen: Seen, after: (person: Staff) => Staff | Refusal): Outcome {
  const person = rows.get('staff', asked.personId)
  const refusal = refusalOf(rows, asked, seen) ?? (person ? null : 'person-unknown')
  if (refusal !== null || person === null) return refused(refusal ?? 'person-unknown')
  if (traced(person, asked.actId)) return unchanged
  const row = after(person)
  return typeof row === 'string' ? refused(row) : written(row)
}
