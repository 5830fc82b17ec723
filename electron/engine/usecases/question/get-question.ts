import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import type { ThreadHappening } from '#shared/contract/engine/question.ts'
import { traced } from '#shared/domain/act/row-set.ts'
import type { Question } from '#shared/domain/question/question.ts'
import { lastWish } from '#shared/domain/question/question-standing.ts'
import { unitTitleIn } from '#shared/domain/region/unit-title.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import type { ReadSet } from '../stores.ts'
import { listedFor } from './list-questions.ts'
import { draftsOf } from './question-drafts.ts'
import { questionLine } from './question-line.ts'
import { applicationOf, filledTemplates } from './template-values.ts'

/** One thread with all that was said and done. Fault: question-unknown. */
export async function getQuestion(
  deps: Deps,
  { questionId }: ParsedInputOf<'question.get'>,
  { staff }: Who,
): Answer<OutputOf<'question.get'>> {
  const now = deps.clock.now()
  const unitName = (scope: string) => unitTitleIn(deps.units, scope)
  return deps.reading(async (db) => {
    const seen = await db.things.find('question', questionId)
    if (!seen) return fail('question-unknown')
    const { row } = seen
    const application = await applicationOf(db, row)
    const applicationId = application?.id ?? row.applicationId
    const filed = applicationId !== null && (await db.things.find('filing', applicationId)) !== null
    return ok({
      line: questionLine(seen, await listedFor(db, staff.id)),
      unit: row.scope,
      contact: row.askedBy.contact,
      askedAt: row.askedAt,
      applicationId,
      applicationHere: filed ? 'filed' : application ? 'promised' : null,
      happenings: await happeningsOf(db, row, unitName),
      upTo: lastWish(row),
      templates: await filledTemplates(db, row, now),
      draft: (await draftsOf(db, staff.id)).find((draft) => draft.questionId === questionId)?.text ?? '',
      colleagues: await colleaguesIn(db, row.scope),
      now,
    })
  })
}

async function happeningsOf(
  db: Pick<ReadSet, 'outbox'>,
  row: Question,
  unitName: (scope: string) => string,
): Promise<ThreadHappening[]> {
  const unsent = await unsentIn(db, row)
  const said = row.messages.map((one): ThreadHappening => {
    if (one.from === 'citizen') return { kind: 'citizen', id: one.messageId, at: one.at, text: one.text }
    const { messageId: id, at, text, staffName, staffCode } = one
    return { kind: 'staff', id, at, text, staffName, staffCode, unsent: unsent.has(id) }
  })
  const done: ThreadHappening[] = [
    ...row.assignments.map(({ assignId: id, at, staffName, to }) => {
      return { kind: 'assigned' as const, id, at, staffName, to: to?.staffName ?? null, reason: null }
    }),
    ...row.ends.map(({ closeId: id, at, staffName }) => ({ kind: 'closed' as const, id, at, staffName, ...nothing })),
    ...row.reopenings.map(({ reopenId: id, at, staffName }) => {
      return { kind: 'reopened' as const, id, at, staffName, ...nothing }
    }),
    ...row.handed.map(({ transferId: id, at, staffName, to, reason }) => {
      return { kind: 'handed-on' as const, id, at, staffName, to: unitName(to), reason }
    }),
  ]
  return [...said, ...done].sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1))
}

const nothing = { to: null, reason: null } as const

/** Answers of this device that the centre has not: what the base row does not list, and no verdict told. */
async function unsentIn(db: Pick<ReadSet, 'outbox'>, row: Question): Promise<ReadonlySet<string>> {
  const commands = await db.outbox.commandsAbout(`question/${row.id}`)
  const waiting = commands.filter(({ verdict, type }) => verdict === null && type === 'question.answer')
  const ids = waiting.flatMap(({ payload }) => String(JSON.parse(payload).messageId))
  return new Set(ids.filter((id) => traced(row, id)))
}

async function colleaguesIn({ directory }: Pick<ReadSet, 'directory'>, scope: string) {
  const staff = (await directory.allStaff()).filter((person) => person.active && person.scope === scope)
  return staff
    .map(({ id: staffId, name: staffName, code: staffCode }) => ({ staffId, staffName, staffCode }))
    .sort((a, b) => a.staffName.localeCompare(b.staffName, 'id'))
}
