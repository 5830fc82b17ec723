import type { Role } from '#shared/domain/staff/staff.ts'
import type { Device } from '../auth/device.ts'
import type { Db } from '../database/open-database.ts'

interface Term {
  readonly active: boolean
  readonly roles: string
  readonly valid_from: string
}

/** What each person of a device's scopes was allowed and when, read once in a transaction: no act changes it. */
export class StaffTerms {
  readonly #db: Db
  readonly #device: Device
  readonly #known = new Map<string, readonly Term[]>()

  constructor(db: Db, device: Device) {
    this.#db = db
    this.#device = device
  }

  /** Might this person do it at that time? Judged by what was in force then, not by what is now. */
  async allowed(staffId: string, roles: readonly Role[], at: string): Promise<boolean> {
    const term = (await this.#termsOf(staffId)).find(({ valid_from }) => valid_from <= at)
    return term?.active === true && term.roles.split(',').some((role) => (roles as readonly string[]).includes(role))
  }

  /** The latest first. */
  async #termsOf(staffId: string): Promise<readonly Term[]> {
    const known = this.#known.get(staffId)
    if (known) return known
    const terms = await this.#db
      .selectFrom('staff_history')
      .select(['active', 'roles', 'valid_from'])
      .where('scope', 'in', this.#device.scopes)
      .where('staff_id', '=', staffId)
      .orderBy('valid_from', 'desc')
      .execute()
    this.#known.set(staffId, terms)
    return terms
  }
}
