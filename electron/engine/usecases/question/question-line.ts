import type { QuestionLine } from '#shared/contract/engine/question.ts'
import type { Question } from '#shared/domain/question/question.ts'
import type { Seen } from '../stores.ts'

/** Whom the list is for. */
export interface Listed {
  readonly staffId: string
  /** Of the device: a thread of another unit was handed on here, and the centre has not said so yet. */
  readonly scopes: readonly string[]
  /** Threads in which this person began to write. */
  readonly drafts: ReadonlySet<string>
}

const excerptLength = 120

export function questionLine({ row, centre }: Seen<Question>, { scopes, drafts }: Listed): QuestionLine {
  const said = row.messages.findLast(({ from }) => from === 'citizen')?.text ?? ''
  return {
    questionId: row.id,
    askedByName: row.askedBy.name,
    subject: row.subject,
    excerpt: said.replaceAll(/\s+/g, ' ').slice(0, excerptLength),
    kitirNumber: row.kitirNumber,
    state: scopes.includes(row.scope) ? row.state : 'handed-on',
    waitingSince: row.waitingSince,
    lastAt: row.messages.at(-1)?.at ?? row.askedAt,
    assignedTo: row.assignedTo && personOf(row.assignedTo),
    draft: drafts.has(row.id),
    centre,
  }
}

/** Without what a newer centre knows of a person. */
export const personOf = ({ staffId, staffName, staffCode }: NonNullable<Question['assignedTo']>) => ({
  ...{ staffId, staffName, staffCode },
})
