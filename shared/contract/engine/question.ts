import { z } from 'zod'
import { command, query } from './call.ts'
import { id, instant } from './values.ts'

const unit = z.string().regex(/^[0-9A-Z-]{3,32}$/)
const person = z.strictObject({ staffId: id, staffName: z.string(), staffCode: z.string() })
const text = z.string().trim().min(1).max(4000)

export const questionLine = z.strictObject({
  questionId: id,
  askedByName: z.string(),
  subject: z.string(),
  /** First words of what was said last by the citizen. */
  excerpt: z.string(),
  kitirNumber: z.string().nullable(),
  state: z.enum(['open', 'answered', 'closed', 'handed-on']),
  /** Since when the citizen waits for us; null: not at all. */
  waitingSince: instant.nullable(),
  lastAt: instant,
  assignedTo: person.nullable(),
  /** A draft of who asks lies here. */
  draft: z.boolean(),
  centre: z.enum(['recorded', 'waiting', 'will-clash', 'case']),
})
export type QuestionLine = z.output<typeof questionLine>

/** `waiting`: not answered. `mine`: not closed and of who asks. `unassigned`: waiting and nobody's. `answered`: not closed, nobody waits. */
export const questionFilter = z.enum(['waiting', 'mine', 'unassigned', 'answered', 'closed'])

/** One window of the list: who waits, the longest first; then what was answered, the newest first. Closed ones the newest first. */
export const listQuestions = query({
  name: 'question.list',
  input: z.strictObject({
    filter: questionFilter,
    offset: z.number().int().min(0),
    limit: z.number().int().min(1).max(200),
  }),
  output: z.strictObject({
    rows: z.array(questionLine),
    total: z.number().int(),
    counts: z.record(questionFilter, z.number().int()),
    now: instant,
  }),
})

/** One line of a thread: words, or what was done with it. */
const happening = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('citizen'), id, at: instant, text: z.string() }),
  z.strictObject({
    kind: z.literal('staff'),
    id,
    at: instant,
    text: z.string(),
    staffName: z.string(),
    staffCode: z.string(),
    /** Not at the centre yet: the citizen does not have it. */
    unsent: z.boolean(),
  }),
  z.strictObject({
    kind: z.enum(['assigned', 'closed', 'reopened', 'handed-on']),
    id,
    at: instant,
    staffName: z.string(),
    /** Who has it now, or which unit; null: nobody. */
    to: z.string().nullable(),
    reason: z.string().nullable(),
  }),
])
export type ThreadHappening = z.output<typeof happening>

/** A template filled for this thread; `gaps`: names of the fields that are still to be filled. */
const template = z.strictObject({ id: z.string(), title: z.string(), text: z.string(), gaps: z.array(z.string()) })

/** One thread with all that was said and done, in order of time. Fault: question-unknown. */
export const getQuestion = query({
  name: 'question.get',
  input: z.strictObject({ questionId: id }),
  output: z.strictObject({
    line: questionLine,
    /** Whose matter it is: code of the unit. */
    unit,
    contact: z.string().nullable(),
    askedAt: instant,
    applicationId: id.nullable(),
    /** How the application is known here, and can be opened: as it was filed, or by its promise alone. */
    applicationHere: z.enum(['filed', 'promised']).nullable(),
    happenings: z.array(happening),
    /** What was seen last: an answer, and a closing, are given with it. */
    upTo: id,
    templates: z.array(template),
    /** What who asks began to write on this device. */
    draft: z.string(),
    /** Others who work in the unit and may answer. */
    colleagues: z.array(person),
    now: instant,
  }),
})

/** What was begun and is not sent, kept on this device for this person; empty text lets it go. */
export const saveQuestionDraft = command({
  name: 'question.save-draft',
  input: z.strictObject({ questionId: id, text: z.string().max(4000) }),
  output: z.strictObject({}),
})

/** `upTo` as question.get said. Faults: question-unknown, question-elsewhere, answer-has-gaps, not-enrolled. */
export const answerQuestion = command({
  name: 'question.answer',
  input: z.strictObject({ questionId: id, text, upTo: id }),
  output: z.strictObject({ messageId: id }),
})

/** `staffId` null: nobody's. Faults: question-unknown, question-elsewhere, staff-inactive, not-enrolled. */
export const assignQuestion = command({
  name: 'question.assign',
  input: z.strictObject({ questionId: id, staffId: id.nullable() }),
  output: z.strictObject({ assignId: id }),
})

/** Faults: question-unknown, question-elsewhere, question-closed, not-enrolled. */
export const closeQuestion = command({
  name: 'question.close',
  input: z.strictObject({ questionId: id, upTo: id }),
  output: z.strictObject({ closeId: id }),
})

/** Faults: question-unknown, question-elsewhere, not-enrolled. */
export const reopenQuestion = command({
  name: 'question.reopen',
  input: z.strictObject({ questionId: id }),
  output: z.strictObject({ reopenId: id }),
})

/** To another unit of region.units. Faults: question-unknown, question-elsewhere, question-closed, unit-unknown, not-enrolled. */
export const transferQuestion = command({
  name: 'question.transfer',
  input: z.strictObject({ questionId: id, to: unit, reason: z.string().trim().min(3).max(2000) }),
  output: z.strictObject({ transferId: id }),
})

/** Every unit of the city by its name, its own left out nowhere; the Dinas first, then by name. */
export const listUnits = query({
  name: 'region.units',
  input: z.strictObject({}),
  output: z.strictObject({
    units: z.array(
      z.strictObject({
        scope: unit,
        kind: z.enum(['kelurahan', 'dinas']),
        name: z.string(),
        title: z.string(),
        kecamatan: z.string(),
      }),
    ),
    /** Of this device. */
    here: unit.nullable(),
  }),
})
