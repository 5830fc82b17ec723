import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps } from '../deps.ts'
import { fail } from '../fail.ts'
import { complaintLine, told } from './complaint-line.ts'

/** One complaint with all that was said. Fault: complaint-unknown. */
export async function getComplaint(
  deps: Deps,
  { complaintId }: ParsedInputOf<'complaint.get'>,
): Answer<OutputOf<'complaint.get'>> {
  const now = deps.clock.now()
  return deps.reading(async (db) => {
    const seen = await db.things.find('complaint', complaintId)
    if (!seen) return fail('complaint-unknown')
    const { row } = seen
    const same = await db.things.list('complaint', { about: row.applicationId })
    return ok({
      line: await complaintLine(db, seen, now),
      text: row.text,
      staffName: row.staffName,
      staffCode: row.staffCode,
      answers: row.answers.map(({ answerId, at, staffName, staffCode, text }) => {
        return { answerId, at, staffName, staffCode, text }
      }),
      withdrawn: row.withdrawn && {
        at: row.withdrawn.at,
        staffName: row.withdrawn.staffName,
        reason: row.withdrawn.reason,
      },
      escalations: (row.deadline?.escalations ?? []).flatMap((level) => told(level) ?? []),
      others: same
        .filter((other) => other.row.id !== complaintId)
        .map((other) => ({ complaintId: other.row.id, number: other.row.number })),
      now,
    })
  })
}
