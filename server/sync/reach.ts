import type { Act } from '#shared/domain/act/acts.ts'
import { chiefSubjects, isOfTheDinas, rolesCityWide, rolesWithin, scopeNamed } from '#shared/domain/act/city-wide.ts'
import type { RowSet } from '#shared/domain/act/row-set.ts'
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
  const held = chiefSubjects(act).flatMap(({ entity, id }) => rows.get(entity, id)?.scope ?? [])
  if (!isOfTheDinas(act) && [claimed, ...held].every((scope) => device.scopes.includes(scope)))
    return { roles: rolesWithin(act), scope: claimed }
  const reaches = named === claimed && (await isDinas(trx, device)) && (await isUnit(trx, claimed))
  const roles = reaches ? rolesCityWide(act) : []
  const writable = roles.length > 0 || device.scopes.includes(claimed)
  return { roles, scope: writable ? claimed : device.homeScope }
}

/** Does this device stand at the Dinas? */
export const isDinas = async (db: Db, { homeScope }: Device): Promise<boolean> =>
  (await readRow(db, 'unit', homeScope))?.kind === 'dinas'

const isUnit = async (db: Db, scope: string): Promise<boolean> => (await readRow(db, 'unit', scope)) !== null
