import type { Fault } from '#shared/contract/errors.ts'
import type { DoneBy } from '#shared/domain/movement/movement.ts'
import type { Question } from '#shared/domain/question/question.ts'
import { ok, type Result } from '#shared/domain/result.ts'
import type { Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import type { WriteSet } from '../stores.ts'

/** What every act about a thread starts from. */
export interface AtHand {
  readonly question: Question
  readonly scope: string
  /** What is the same in every payload. */
  readonly by: DoneBy & { readonly questionId: string; readonly offline: boolean }
}

/** The thread and who acts, if it is this unit's to act on. Faults: question-unknown, question-elsewhere, not-enrolled. */
export async function threadAtHand(
  { clock, sync }: Deps,
  tx: Pick<WriteSet, 'things' | 'device'>,
  { staff }: Who,
  questionId: string,
): Promise<Result<AtHand, Fault>> {
  const seen = await tx.things.find('question', questionId)
  const device = await tx.device.current()
  if (!seen) return fail('question-unknown')
  if (device === null) return fail('not-enrolled')
  const question = seen.row
  if (!device.scopes.includes(question.scope)) return fail('question-elsewhere')
  const { deviceCode } = device
  const person = { staffId: staff.id, staffName: staff.name, staffCode: staff.code, deviceCode }
  const by = { ...person, at: clock.now(), questionId, offline: !sync.online() }
  return ok({ question, scope: question.scope, by })
}

/** Sends it soon, and lets the screens ask again. */
export function told({ sync, announce }: Deps): void {
  sync.wake()
  announce('thing:question', 'things', 'queue', 'status')
}
