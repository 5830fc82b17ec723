import { readEntry } from '#shared/audit/check-link.ts'
import type { AuditLine } from '#shared/contract/engine/audit.ts'
import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { auditKinds } from '#shared/domain/audit/audit-kinds.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps } from '../deps.ts'
import { unitZone } from '../device/unit-zone.ts'
import type { ReadSet, TrailRow } from '../stores.ts'
import { spanOf } from './days.ts'
import { keptOf } from './kept-of.ts'

/** Entries of one day by the office's clock. */
export async function listAudit(deps: Deps, input: ParsedInputOf<'audit.list'>): Answer<OutputOf<'audit.list'>> {
  return deps.reading(async (db) => {
    const span = spanOf(input.day, input.day, await unitZone(db))
    const found = await db.trail.between(span, input, input.limit + 1)
    const rows: AuditLine[] = []
    for (const row of found.slice(0, input.limit)) rows.push(await lineOf(db, row))
    const people: OutputOf<'audit.list'>['people'] = []
    for (const staffId of await db.trail.people(span)) people.push({ staffId, name: await nameOf(db, staffId) })
    return ok({
      rows,
      more: found.length > input.limit,
      people: people.toSorted((a, b) => a.name.localeCompare(b.name)),
    })
  })
}

async function lineOf(db: ReadSet, row: TrailRow): Promise<AuditLine> {
  const { generation, seq } = keptOf(row)
  const text = readEntry(row.entry)
  const kindText = text?.kind ?? ''
  return {
    ...{ position: row.position, generation, seq, kindText },
    at: text?.at ?? '',
    kind: auditKinds.find((kind) => kind === kindText) ?? null,
    subject: text?.subject ?? '',
    staffName: text?.staffId ? await nameOf(db, text.staffId) : null,
    signed: Boolean(text?.commandHash),
  }
}

/** Somebody who is not in this office any more stays an id. */
const nameOf = async (db: Pick<ReadSet, 'directory'>, staffId: string): Promise<string> =>
  (await db.directory.staff(staffId))?.name ?? staffId
