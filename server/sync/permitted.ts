import type { Role } from '#shared/domain/staff/staff.ts'
import type { Device } from '../auth/device.ts'
import type { Db } from '../database/open-database.ts'

/** Might this person do it at that time, for a device of these scopes? Judged by what was in force then, not by what is now. */
export async function mayAct(
  db: Db,
  device: Device,
  staffId: string,
  roles: readonly Role[],
  at: string,
): Promise<boolean> {
  const term = await db
    .selectFrom('staff_history')
    .select(['active', 'roles'])
    .where('scope', 'in', device.scopes)
    .where('staff_id', '=', staffId)
    .where('valid_from', '<=', at)
    .orderBy('valid_from', 'desc')
    .executeTakeFirst()
  return term?.active === true && term.roles.split(',').some((role) => (roles as readonly string[]).includes(role))
}
