import type { Instant } from '../time.ts'
import type { Question, QuestionMessage } from './question.ts'

interface Wish {
  readonly id: string
  readonly at: Instant
}

interface Dated {
  readonly at: Instant
}

/** In order of time; what is of the same moment in order of its id. */
const inTime = <T extends Dated>(all: readonly T[], idOf: (one: T) => string): T[] =>
  all.toSorted((a, b) => (a.at === b.at ? (idOf(a) < idOf(b) ? -1 : 1) : a.at < b.at ? -1 : 1))

/** What waits to be answered or closed: every message of the citizen, and every reopening. */
function wishesOf({ messages, reopenings }: Pick<Question, 'messages' | 'reopenings'>): readonly Wish[] {
  const asked = messages.flatMap(({ from, messageId: id, at }) => (from === 'citizen' ? [{ id, at }] : []))
  return inTime([...asked, ...reopenings.map(({ reopenId: id, at }) => ({ id, at }))], ({ id }) => id)
}

/** The last wish on the thread: what an answer written now has seen. */
export const lastWish = (question: Pick<Question, 'messages' | 'reopenings'>): string =>
  wishesOf(question).at(-1)?.id ?? ''

/**
 * How the thread stands by all that is known of it. An answer settles the wishes up to the one that it saw, whichever clock it was written by: a message that
 * the citizen sent meanwhile still waits. Closed: what was seen last was closed.
 */
export function settled(question: Question): Question {
  const messages = inTime<QuestionMessage>(question.messages, ({ messageId }) => messageId)
  const wishes = wishesOf(question)
  const placeOf = (id: string) => wishes.findIndex((wish) => wish.id === id)
  const answers = messages.flatMap((one) => (one.from === 'staff' ? [placeOf(one.upTo)] : []))
  const ends = question.ends.map(({ upTo }) => placeOf(upTo))
  const seen = Math.max(-1, ...answers, ...ends)
  const waitingSince = wishes[seen + 1]?.at ?? null
  const closed = wishes.length > 0 && ends.includes(wishes.length - 1)
  return {
    ...question,
    messages,
    ends: inTime(question.ends, ({ closeId }) => closeId),
    reopenings: inTime(question.reopenings, ({ reopenId }) => reopenId),
    assignments: inTime(question.assignments, ({ assignId }) => assignId),
    state: waitingSince !== null ? 'open' : closed ? 'closed' : 'answered',
    waitingSince,
    assignedTo: assignedNow(question),
  }
}

/** The last that was said since the thread came to this unit; who had it at the unit before does not answer here. */
function assignedNow({ assignments, handed }: Question): Question['assignedTo'] {
  const here = assignments.filter(({ turn }) => turn === handed.length)
  return inTime(here, ({ assignId }) => assignId).at(-1)?.to ?? null
}

/** Units whose desks may add to the thread: the one that has it, and those that had it, whose answers may come late. */
export const unitsOfThread = ({ scope, handed }: Pick<Question, 'scope' | 'handed'>): readonly string[] => [
  scope,
  ...handed.map(({ from }) => from),
]
