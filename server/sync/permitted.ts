import type { Device } from '../auth/device.ts'
import type { Db } from '../database/open-database.ts'

/** Roles that hand cards over. */
const handingOver = ['counter', 'kelurahan', 'mobile', 'supervisor']

/** Might this person hand cards over at that time, for a device of these scopes? Judged by what was in force then, not by what is now. */
export async function mayHandOver(db: Db, device: Device, staffId: string, at: string): Promise<boolean> {
  const term = await db
    .selectFrom('staff_history')
    .select(['active', 'roles'])
    .where('scope', 'in', device.scopes)
    .where('staff_id', '=', staffId)
    .where('valid_from', '<=', at)
    .orderBy('valid_from', 'desc')
    .executeTakeFirst()
  return term?.active === true && term.roles.split(',').some((role) => handingOver.includes(role))
}
