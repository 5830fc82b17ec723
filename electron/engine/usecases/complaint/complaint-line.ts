import type { ComplaintLine } from '#shared/contract/engine/complaint.ts'
import type { Complaint } from '#shared/domain/complaint/complaint.ts'
import { complaintStanding, type Escalation } from '#shared/domain/complaint/complaint-deadline.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { ReadSet, Seen } from '../stores.ts'

/** How one complaint stands now. */
export async function complaintLine(db: ReadSet, seen: Seen<Complaint>, now: Instant): Promise<ComplaintLine> {
  const { row, centre } = seen
  return {
    complaintId: row.id,
    number: row.number,
    applicationId: row.applicationId,
    kitirNumber: row.kitirNumber,
    complainantName: row.complainant.name,
    complainantKind: row.complainant.kind,
    subject: row.subject,
    filedAt: row.at,
    standing: await standingOf(db, row, now),
    centre,
  }
}

async function standingOf(db: ReadSet, row: Complaint, now: Instant): Promise<ComplaintLine['standing']> {
  const { deadline, state, answers } = row
  const dueAt = deadline?.dueAt ?? null
  if (state === 'withdrawn') return { state, dueAt, reached: null, next: null }
  const answeredAt = answers[0]?.at ?? null
  if (deadline === null) return { state: answeredAt === null ? 'none' : 'answered', dueAt, reached: null, next: null }
  const rules = (await db.settings.region()).complaints
  const { plan } = (await db.promises.terms(row.scope)).terms
  const standing = complaintStanding(deadline, answeredAt, now, { plan, rules })
  return { state: standing.state, dueAt, reached: told(standing.reached), next: told(standing.next) }
}

/** Without what only the centre knows of a level. */
export const told = (level: Escalation | null) => level && { level: level.level, to: level.to, at: level.at }
