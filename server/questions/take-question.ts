import type { Question, QuestionMessage } from '#shared/domain/question/question.ts'
import { settled } from '#shared/domain/question/question-standing.ts'
import { type Centre, instantOf } from '../centre.ts'
import { inTransaction } from '../database/in-transaction.ts'
import type { Db } from '../database/open-database.ts'
import { Problem } from '../problem.ts'
import { lockInOrder } from '../sync/lock-scopes.ts'
import { readRow, readRowsByKey } from '../sync/read-row.ts'
import { directRows } from '../sync/row-access.ts'
import { kitirKey } from '../sync/row-keys.ts'
import { maskContact } from './mask-contact.ts'

/** What the citizens' app delivers: a first message with what begins a thread, or one more message of a thread. Ids are the app's own. */
export interface QuestionDelivered {
  readonly questionId: string
  readonly messageId: string
  readonly text: string
  /** The unit that is asked; null: that of the application. */
  readonly scope: string | null
  readonly kitirNumber: string | null
  readonly askedBy: { readonly name: string; readonly contact: string | null }
  readonly subject: string
}

export interface QuestionTaken {
  /** The unit that has the thread now. */
  readonly scope: string
  /** `known`: it was delivered before, and nothing changed. */
  readonly outcome: 'begun' | 'added' | 'known'
}

/**
 * Writes the citizen's message in one transaction and tells the devices of its unit. Delivered again it changes nothing; a further message goes to the unit that has the
 * thread now, and opens one that was closed. Throws 404 where no unit is named that there is.
 */
export async function takeQuestion(centre: Centre, delivered: QuestionDelivered): Promise<QuestionTaken> {
  const at = instantOf(centre.now())
  const taken = await inTransaction(centre.db, async (trx) => {
    const known = await lockedThread(trx, delivered.questionId)
    return known ? addTo(trx, known, delivered, at) : begin(trx, delivered, at)
  })
  if (taken.outcome !== 'known') await centre.pokes.send([taken.scope])
  return taken
}

/** The thread, with the lock of the unit that has it: it may have been handed on while the lock was waited for. */
async function lockedThread(trx: Db, questionId: string): Promise<Question | null> {
  for (;;) {
    const seen = await readRow(trx, 'question', questionId)
    if (!seen) return null
    await lockInOrder(trx, [seen.scope])
    const locked = await readRow(trx, 'question', questionId)
    if (locked?.scope === seen.scope) return locked
  }
}

async function begin(trx: Db, delivered: QuestionDelivered, at: string): Promise<QuestionTaken> {
  const { questionId, kitirNumber, askedBy, subject } = delivered
  const application = kitirNumber === null ? null : await applicationOf(trx, kitirNumber)
  const scope = delivered.scope ?? application?.scope ?? null
  if (scope === null || (await readRow(trx, 'unit', scope)) === null)
    throw new Problem(404, 'not-found', { message: 'unit unknown' })
  await lockInOrder(trx, [scope])
  const begun = await readRow(trx, 'question', questionId)
  if (begun) return addTo(trx, begun, delivered, at)
  const contact = askedBy.contact && maskContact(askedBy.contact)
  const row: Question = settled({
    ...{ id: questionId, scope, kitirNumber, applicationId: application?.id ?? null },
    ...{ askedBy: { name: askedBy.name, contact }, subject, askedAt: at, messages: [messageOf(delivered, at)] },
    ...{ ends: [], reopenings: [], assignments: [], handed: [], flags: [] },
    ...{ state: 'open', waitingSince: at, assignedTo: null },
  })
  await directRows(trx, at).write([{ scope, entity: 'question', id: questionId, row }])
  return { scope, outcome: 'begun' }
}

async function addTo(trx: Db, thread: Question, delivered: QuestionDelivered, at: string): Promise<QuestionTaken> {
  const { scope, id } = thread
  if (thread.messages.some(({ messageId }) => messageId === delivered.messageId)) return { scope, outcome: 'known' }
  const row = settled({ ...thread, messages: [...thread.messages, messageOf(delivered, at)] })
  await directRows(trx, at).write([{ scope, entity: 'question', id, row }])
  return { scope, outcome: 'added' }
}

const messageOf = ({ messageId, text }: QuestionDelivered, at: string): QuestionMessage => ({
  ...{ from: 'citizen', messageId, at, text },
})

/** By its first number, by KNG's own, or by that of an e-Kitir made anew. */
async function applicationOf(trx: Db, kitirNumber: string): Promise<{ id: string; scope: string } | null> {
  const key = kitirKey(kitirNumber)
  const [application] = await readRowsByKey(trx, 'application', key)
  if (application) return application
  const [filing] = await readRowsByKey(trx, 'filing', key)
  if (filing) return filing
  const [kitir] = await readRowsByKey(trx, 'kitir', key)
  return kitir ? await readRow(trx, 'filing', kitir.applicationId) : null
}
