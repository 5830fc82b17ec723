import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import type { ComplaintLine } from '#shared/contract/engine/complaint.ts'
import { ok } from '#shared/domain/result.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { Answer, Deps } from '../deps.ts'
import type { ReadSet } from '../stores.ts'
import { complaintLine } from './complaint-line.ts'

const closed = ['answered', 'withdrawn'] as const

/** What is open is little and is sorted here, what went up highest first and then by its deadline; what is closed comes in windows, the newest first. */
export async function listComplaints(
  deps: Deps,
  { filter, offset, limit }: ParsedInputOf<'complaint.list'>,
): Answer<OutputOf<'complaint.list'>> {
  const now = deps.clock.now()
  return deps.reading(async (db) => {
    const open = await openOnes(db, now)
    const late = open.filter(({ standing }) => standing.state === 'late')
    const counts = {
      open: open.length,
      late: late.length,
      closed: await db.things.count('complaint', { states: closed }),
    }
    const shown = filter === 'late' ? late : open
    const rows =
      filter === 'closed' ? await closedOnes(db, now, { offset, limit }) : shown.slice(offset, offset + limit)
    return ok({ rows, total: counts[filter], counts, now })
  })
}

async function openOnes(db: ReadSet, now: Instant): Promise<ComplaintLine[]> {
  const lines: ComplaintLine[] = []
  for (const seen of await db.things.list('complaint', { states: ['open'] }))
    lines.push(await complaintLine(db, seen, now))
  const due = ({ standing, filedAt }: ComplaintLine) => standing.dueAt ?? filedAt
  const level = ({ standing }: ComplaintLine) => standing.reached?.level ?? 0
  return lines.sort((a, b) => level(b) - level(a) || (due(a) < due(b) ? -1 : due(a) > due(b) ? 1 : 0))
}

async function closedOnes(db: ReadSet, now: Instant, window: { readonly offset: number; readonly limit: number }) {
  const found = await db.things.list('complaint', { states: closed, newestFirst: true, ...window })
  const lines: ComplaintLine[] = []
  for (const seen of found) lines.push(await complaintLine(db, seen, now))
  return lines
}
