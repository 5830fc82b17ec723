import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type { complaintsQuery } from '#shared/contract/sync/claim-queries.ts'
import type { CityAnswer } from '#shared/contract/sync/queries.ts'
import type { Complaint } from '#shared/domain/complaint/complaint.ts'
import { type Centre, instantOf } from '../centre.ts'
import { field, storedRows, unitNames } from './stored-rows.ts'

type Told = CityAnswer<'complaints'>['complaints'][number]

/** Complaints that nobody answered in time for their level: what the rules send up. */
export async function cityComplaints(
  { db, now: clock }: Centre,
  asked: z.output<typeof complaintsQuery>,
): Promise<CityAnswer<'complaints'>> {
  const { unit = null, offset, limit } = asked
  const now = instantOf(clock())
  const where = sql<boolean>`${field('state')} = 'open' AND ${levelAt(now)} IS NOT NULL`
  const order = sql`${levelAt(now)} DESC, ("row"::jsonb -> 'deadline' ->> 'dueAt')`
  const { total, rows } = await storedRows(db, 'complaint', { scope: unit, where, order, offset, limit })
  const nameOf = await unitNames(
    db,
    rows.map(({ scope }) => scope),
  )
  return { total, complaints: rows.flatMap((row) => told(row, now, nameOf(row.scope)) ?? []) }
}

/** The highest level that a complaint has reached; null: none. A level is reached at its very instant. */
const levelAt = (now: string): RawBuilder<number | null> => sql<number | null>`(
  SELECT max((one ->> 'level')::int)
  FROM jsonb_array_elements(coalesce("row"::jsonb #> '{deadline,escalations}', '[]'::jsonb)) AS one
  WHERE one ->> 'at' <= ${now})`

function told(row: Complaint, now: string, unitName: string): Told | null {
  const { id: complaintId, scope, number, kitirNumber, complainant, subject, text, at, staffName, deadline } = row
  const reached = deadline?.escalations.findLast((level) => level.at <= now)
  if (!deadline || !reached) return null
  return {
    ...{ complaintId, scope, unitName, number, kitirNumber, subject, text, staffName },
    complainantName: complainant.name,
    complainantKind: complainant.kind,
    filedAt: at,
    dueAt: deadline.dueAt,
    reached: { level: reached.level, to: reached.to, at: reached.at },
  }
}
