import { type RowSet, traced } from '../act/row-set.ts'
import type { Outcome, Rule, Seen } from '../act/rule.ts'
import { doneBy } from '../movement/card-move-rule.ts'
import type {
  Question,
  QuestionAnswered,
  QuestionAssigned,
  QuestionClosed,
  QuestionReopened,
  QuestionTransferred,
} from './question.ts'
import { settled } from './question-standing.ts'

type OfQuestion = { readonly questionId: string; readonly staffId: string; readonly at: string }

/** What every act about a thread shares: which row it needs, who did it and when. */
const ofThread = {
  staffId: ({ staffId }: OfQuestion) => staffId,
  at: ({ at }: OfQuestion) => at,
  needs: ({ questionId }: OfQuestion) => [{ entity: 'question', id: questionId } as const],
}

/** Somebody was answered. A second answer stands beside the first: both were given. */
export const answerQuestionRule: Rule<QuestionAnswered> = {
  ...ofThread,
  kind: 'fact',
  id: ({ messageId }) => messageId,
  apply: (rows, fact, seen): Outcome =>
    following(rows, fact.questionId, fact.messageId, seen, (question) => {
      const { messageId, text, upTo } = fact
      return {
        ...question,
        messages: [...question.messages, { ...doneBy(fact), from: 'staff', messageId, text, upTo }],
      }
    }),
}

/** Who is to answer. Two that took it at once both said so; the later one has it. */
export const assignQuestionRule: Rule<QuestionAssigned> = {
  ...ofThread,
  kind: 'fact',
  id: ({ assignId }) => assignId,
  apply: (rows, fact, seen): Outcome =>
    following(rows, fact.questionId, fact.assignId, seen, (question) => {
      const { assignId, to, turn } = fact
      return { ...question, assignments: [...question.assignments, { ...doneBy(fact), assignId, to, turn }] }
    }),
}

/** Done, as far as it was seen: what the citizen wrote meanwhile keeps it open. */
export const closeQuestionRule: Rule<QuestionClosed> = {
  ...ofThread,
  kind: 'fact',
  id: ({ closeId }) => closeId,
  apply: (rows, fact, seen): Outcome =>
    following(rows, fact.questionId, fact.closeId, seen, (question) => {
      const { closeId, upTo } = fact
      return { ...question, ends: [...question.ends, { ...doneBy(fact), closeId, upTo }] }
    }),
}

export const reopenQuestionRule: Rule<QuestionReopened> = {
  ...ofThread,
  kind: 'fact',
  id: ({ reopenId }) => reopenId,
  apply: (rows, fact, seen): Outcome =>
    following(rows, fact.questionId, fact.reopenId, seen, (question) => {
      return { ...question, reopenings: [...question.reopenings, { ...doneBy(fact), reopenId: fact.reopenId }] }
    }),
}

/**
 * To another unit: the row changes its scope, so that the devices of that unit get it and those of the old one let it go. Only an intention: of two units that were
 * named at once the first has it, and whoever named the second is told.
 */
export const transferQuestionRule: Rule<QuestionTransferred> = {
  ...ofThread,
  kind: 'intention',
  id: ({ transferId }) => transferId,
  apply: (rows, wish, seen): Outcome => {
    const question = rows.get('question', wish.questionId)
    if (question !== null && traced(question, wish.transferId)) return unchanged
    const code = refusalOf(question, wish, seen)
    if (code !== null || question === null) return { ...unchanged, verdict: 'refused', code }
    const { transferId, from, to, reason } = wish
    const handed = [...question.handed, { ...doneBy(wish), transferId, from, to, reason }]
    return written(settled({ ...question, scope: to, handed }), { permitted: true })
  },
}

function refusalOf(question: Question | null, { from, to }: QuestionTransferred, seen: Seen): string | null {
  if (question === null) return 'question-unknown'
  if (!seen.permitted) return 'not-permitted'
  if (question.scope !== from || from === to) return 'question-elsewhere'
  if (question.state === 'closed') return 'question-closed'
  return seen.flags.includes('unit-unknown') ? 'unit-unknown' : null
}

const unchanged: Outcome = { changed: [], verdict: 'applied', code: null, caseId: null }

function following(
  rows: RowSet,
  questionId: string,
  actId: string,
  seen: Seen,
  after: (question: Question) => Question,
): Outcome {
  const question = rows.get('question', questionId)
  if (question === null) return { ...unchanged, verdict: 'conflict', code: 'question-unknown' }
  return traced(question, actId) ? unchanged : written(settled(after(question)), seen)
}

function written(question: Question, { permitted }: Pick<Seen, 'permitted'>): Outcome {
  const row = permitted ? question : { ...question, flags: ['not-permitted' as const] }
  return {
    changed: [{ entity: 'question', id: question.id, row }],
    verdict: 'applied',
    code: permitted ? null : 'not-permitted',
    caseId: null,
  }
}
