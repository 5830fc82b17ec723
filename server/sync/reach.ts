import type { Act } from '#shared/domain/act/acts.ts'
import { chiefSubjects, isOfTheDinas, rolesCityWide, rolesWithin, scopeNamed } from '#shared/domain/act/city-wide.ts'
import type { RowChange, RowSet } from '#shared/domain/act/row-set.ts'
import type { Question } from '#shared/domain/question/question.ts'
import { unitsOfThread } from '#shared/domain/question/question-standing.ts'
import type { Role } from '#shared/domain/staff/staff.ts'
import type { Device } from '../auth/device.ts'
import type { Db } from '../database/open-database.ts'
import { readRow } from './read-row.ts'

/** Whose business an act is, and which roles may do it from this device. */
export interface Reach {
  readonly roles: readonly Role[]
  /** Where rows go that belong to no other row yet. */
  readonly scope: string
}

/**
 * An act within the device's own scopes is for the roles of the table; one that reaches into another unit only for the Dinas, in the roles of the city-wide
 * table, and only where that unit exists. One that names another unit than its envelope is nobody's business.
 */
export async function reachOf(trx: Db, device: Device, act: Act, claimed: string, rows: RowSet): Promise<Reach> {
  const named = scopeNamed(act) ?? claimed
  const held = chiefSubjects(act).flatMap((ref) => holdersOf(ref.entity, rows.get(ref.entity, ref.id)))
  const within = (scopes: readonly string[]) => scopes.some((scope) => device.scopes.includes(scope))
  if (!isOfTheDinas(act) && [[claimed], ...held].every(within)) return { roles: rolesWithin(act), scope: claimed }
  const reaches = named === claimed && (await isDinas(trx, device)) && (await isUnit(trx, claimed))
  const roles = reaches ? rolesCityWide(act) : []
  const writable = roles.length > 0 || device.scopes.includes(claimed)
  return { roles, scope: writable ? claimed : device.homeScope }
}

/** Units whose business a row is: the one that has it; of a citizen's thread also those that had it, since what they answered before they knew was answered. */
function holdersOf(entity: RowChange['entity'], row: RowChange['row'] | null): readonly (readonly string[])[] {
  if (row === null) return []
  return [entity === 'question' ? unitsOfThread(row as Question) : [row.scope]]
}

/** Does this device stand at the Dinas? */
export const isDinas = async (db: Db, { homeScope }: Device): Promise<boolean> =>
  (await readRow(db, 'unit', homeScope))?.kind === 'dinas'

const isUnit = async (db: Db, scope: string): Promise<boolean> => (await readRow(db, 'unit', scope)) !== null
