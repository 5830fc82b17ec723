import { randomUUID } from 'node:crypto'
import type { DayException, OfficeCalendar } from '#shared/domain/office-calendar/office-calendar.ts'
import { unitCalendar } from '#shared/domain/office-calendar/unit-calendar.ts'
import type { Unit } from '#shared/domain/region/unit.ts'
import type { CalendarDay } from '#shared/domain/time.ts'
import { type Centre, instantOf } from '../centre.ts'
import { inTransaction } from '../database/in-transaction.ts'
import { Problem } from '../problem.ts'
import { calendarRowOf } from './claim-assessment.ts'
import { registerIn } from './clock-terms.ts'
import { claimedIn, foundNow, foundOtherwise, type Looking, reopened } from './following-claims.ts'
import { scopesStruck } from './incident-copies.ts'
import { lockInOrder } from './lock-scopes.ts'
import { readRowsOf } from './read-row.ts'
import { writeRow, writeRows } from './write-row.ts'

/** A day that is different from now on: a closure, a holiday, an opening; null: as it is by the week. */
export interface OfficeDayChange {
  /** Of the units; null: all of the city. */
  readonly scopes: readonly string[] | null
  readonly day: CalendarDay
  readonly exception: DayException | null
}

/** Who acts where the centre itself does. */
const centreItself = { staffId: 'centre', staffName: 'Pusat', staffCode: 'PUSAT', deviceCode: '00' }

/**
 * Changes one day of the calendars of some units, in one transaction: their rows, and the claims that are found otherwise by it, which are checked anew or
 * become cases as after an incident. Returns the scopes that it changed. Throws 404 when one of them is no unit.
 */
export async function changeOfficeDay(centre: Centre, change: OfficeDayChange): Promise<readonly string[]> {
  const changed = await inTransaction(centre.db, async (trx) => {
    await lockInOrder(trx, await scopesStruck(trx))
    const units = await readRowsOf(trx, 'unit', change.scopes)
    if (change.scopes !== null && units.length < new Set(change.scopes).size)
      throw new Problem(404, 'not-found', { message: 'scope unknown' })
    const looking = { trx, region: centre.region, at: instantOf(centre.now()) }
    const scopes = units.map(({ scope }) => scope)
    const register = await registerIn(trx)
    const before = foundNow(looking, await claimedIn(looking, scopes, null), register)
    for (const unit of units) await writeDay(looking, unit, change)
    const others = foundOtherwise(before, foundNow(looking, await claimedIn(looking, scopes, null), register))
    for (const claim of others) {
      const happened = { ...centreItself, at: looking.at, kind: 'calendar-changed', day: change.day } as const
      const rows = await reopened(looking, claim, randomUUID(), happened)
      await writeRows(
        trx,
        rows.map(({ entity, id, row }) => ({ scope: row.scope, entity, id, row })),
        looking.at,
      )
    }
    return scopes
  })
  await centre.pokes.send(changed)
  return changed
}

async function writeDay({ trx, region, at }: Looking, unit: Unit, { day, exception }: OfficeDayChange): Promise<void> {
  const calendar: OfficeCalendar = (await calendarRowOf(trx, unit.scope)) ?? unitCalendar(unit, region)
  const { [day]: _, ...others } = calendar.exceptions
  const row = { ...calendar, exceptions: exception === null ? others : { ...others, [day]: exception } }
  await writeRow(trx, { scope: unit.scope, entity: 'office-calendar', id: row.id, row }, at)
}
