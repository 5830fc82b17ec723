import { setImmediate as breathe } from 'node:timers/promises'
import { type RawBuilder, sql } from 'kysely'
import type { Application } from '#shared/domain/application/application.ts'
import { type ClockColumns, clockColumns } from '#shared/domain/service-clock/clock-columns.ts'
import type { Centre } from '../centre.ts'
import { clockTerms, registerIn } from '../sync/clock-terms.ts'

/** What is told of an application whose promise was asked about. */
export interface Promised extends ClockColumns {
  readonly id: string
  readonly scope: string
  readonly service: string
}

/** Applications between two pauses: other requests are let through. */
const atOnce = 500

/**
 * The applications that fit the condition with their clocks as they stand by register and calendars now, worked out as the desks do it: what the rows say of
 * their due time is only what was known when they were written.
 */
export async function promisedWhere({ db, region }: Centre, where: RawBuilder<unknown>): Promise<Promised[]> {
  const termsOf = await clockTerms(db, region, null)
  const register = await registerIn(db)
  const { rows } = await sql<{ row: string }>`
    SELECT "row" FROM rows WHERE entity = 'application' AND "row" IS NOT NULL AND ${where}`.execute(db)
  const found: Promised[] = []
  for (const [index, { row }] of rows.entries()) {
    if (index % atOnce === atOnce - 1) await breathe()
    // Written by this program from rows that were parsed: not parsed once more, for there are thousands.
    const application: Application = JSON.parse(row)
    const { id, scope, service, collectionUnit } = application
    found.push({ id, scope, service, ...clockColumns(application, { terms: termsOf(collectionUnit), register }) })
  }
  return found
}
