import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import type { QuestionLine } from '#shared/contract/engine/question.ts'
import type { Question } from '#shared/domain/question/question.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps, Who } from '../deps.ts'
import type { ReadSet } from '../stores.ts'
import { draftsOf } from './question-drafts.ts'
import { type Listed, questionLine } from './question-line.ts'

/** What waits is little and is read whole, the longest first; what does not comes in windows, the newest first. */
export async function listQuestions(
  deps: Deps,
  { filter, offset, limit }: ParsedInputOf<'question.list'>,
  { staff }: Who,
): Answer<OutputOf<'question.list'>> {
  return deps.reading(async (db) => {
    const of = await listedFor(db, staff.id)
    const open = (await db.things.list('question', { states: ['open'] })).map((seen) => questionLine(seen, of))
    const waiting = open.filter(({ state }) => state === 'open')
    const some = {
      waiting,
      mine: waiting.filter(({ assignedTo }) => assignedTo?.staffId === staff.id),
      unassigned: waiting.filter(({ assignedTo }) => assignedTo === null),
    }
    const counts = {
      waiting: some.waiting.length,
      mine: some.mine.length,
      unassigned: some.unassigned.length,
      answered: await db.things.count('question', { states: ['answered'] }),
      closed: await db.things.count('question', { states: ['closed'] }),
    }
    const now = deps.clock.now()
    if (filter === 'answered' || filter === 'closed') {
      const rows = await windowOf(db, of, filter, { offset, limit })
      return ok({ rows, total: counts[filter], counts, now })
    }
    // What was handed on here stays in sight until the centre has followed.
    const handedOn = filter === 'waiting' ? open.filter(({ state }) => state === 'handed-on') : []
    const rows = [...some[filter], ...handedOn]
    return ok({ rows: rows.slice(offset, offset + limit), total: rows.length, counts, now })
  })
}

/** Threads of the units of this device that wait for an answer, the longest first. */
export async function waitingQuestions(db: Pick<ReadSet, 'device' | 'things'>): Promise<readonly Question[]> {
  const scopes = (await db.device.current())?.scopes ?? []
  const open = await db.things.list('question', { states: ['open'] })
  return open.flatMap(({ row }) => (scopes.includes(row.scope) ? [row] : []))
}

async function windowOf(
  db: ReadSet,
  of: Listed,
  state: 'answered' | 'closed',
  window: { readonly offset: number; readonly limit: number },
): Promise<QuestionLine[]> {
  const found = await db.things.list('question', { states: [state], newestFirst: true, ...window })
  return found.map((seen) => questionLine(seen, of))
}

export async function listedFor(db: Pick<ReadSet, 'device' | 'settings'>, staffId: string): Promise<Listed> {
  const scopes = (await db.device.current())?.scopes ?? []
  const drafts = new Set((await draftsOf(db, staffId)).map(({ questionId }) => questionId))
  return { staffId, scopes, drafts }
}
