import { z } from 'zod'
import { command, query } from './call.ts'
import { collectorKind, id, instant } from './values.ts'

const subject = z.enum(['late', 'wrong-data', 'lost', 'service', 'other'])
const words = z.string().trim().min(3).max(2000)
const level = z.strictObject({ level: z.number().int(), to: z.string(), at: instant })

/** How a complaint stands: by its deadline while it is open. `none`: the calendar knew no deadline. */
const standing = z.strictObject({
  state: z.enum(['open', 'due-soon', 'late', 'answered', 'answered-late', 'withdrawn', 'none']),
  dueAt: instant.nullable(),
  /** The highest level that has heard of it, and the next one. */
  reached: level.nullable(),
  next: level.nullable(),
})

export const complaintLine = z.strictObject({
  complaintId: id,
  number: z.string(),
  applicationId: id,
  kitirNumber: z.string(),
  complainantName: z.string(),
  complainantKind: collectorKind,
  subject,
  filedAt: instant,
  standing,
  centre: z.enum(['recorded', 'waiting', 'will-clash', 'case']),
})
export type ComplaintLine = z.output<typeof complaintLine>

export const complaintFilter = z.enum(['open', 'late', 'closed'])

/** One window of the list: what is open by its deadline, the earliest first; what is closed, the newest first. */
export const listComplaints = query({
  name: 'complaint.list',
  input: z.strictObject({
    filter: complaintFilter,
    offset: z.number().int().min(0),
    limit: z.number().int().min(1).max(200),
  }),
  output: z.strictObject({
    rows: z.array(complaintLine),
    total: z.number().int(),
    counts: z.record(complaintFilter, z.number().int()),
    now: instant,
  }),
})

/** One complaint with all that was said. `others`: numbers of the other complaints about the same application. Fault: complaint-unknown. */
export const getComplaint = query({
  name: 'complaint.get',
  input: z.strictObject({ complaintId: id }),
  output: z.strictObject({
    line: complaintLine,
    text: z.string(),
    staffName: z.string(),
    staffCode: z.string(),
    answers: z.array(
      z.strictObject({ answerId: id, at: instant, staffName: z.string(), staffCode: z.string(), text: z.string() }),
    ),
    withdrawn: z.strictObject({ at: instant, staffName: z.string(), reason: z.string() }).nullable(),
    escalations: z.array(level),
    others: z.array(z.strictObject({ complaintId: id, number: z.string() })),
    now: instant,
  }),
})

/** A complaint at the counter. Faults: application-unknown, not-enrolled. */
export const fileComplaint = command({
  name: 'complaint.file',
  input: z.strictObject({
    applicationId: id,
    complainant: z.strictObject({ name: z.string().trim().min(2).max(200), kind: collectorKind }),
    subject,
    text: words,
  }),
  output: z.strictObject({ complaintId: id, number: z.string() }),
})

/** Faults: complaint-unknown, complaint-withdrawn, not-enrolled. */
export const answerComplaint = command({
  name: 'complaint.answer',
  input: z.strictObject({ complaintId: id, text: words }),
  output: z.strictObject({ answerId: id }),
})

/** The citizen takes it back. Faults: complaint-unknown, complaint-withdrawn, not-enrolled. */
export const withdrawComplaint = command({
  name: 'complaint.withdraw',
  input: z.strictObject({ complaintId: id, reason: words }),
  output: z.strictObject({ complaintId: id }),
})
