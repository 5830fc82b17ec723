import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps, Who } from '../deps.ts'
import { fileToSave } from './chosen-file.ts'

/** The centre's answer to a queue that was carried, in a file that the person chooses. Faults: courier-unknown, courier-busy, file-*. */
export async function saveAnswer(
  deps: Deps,
  { id }: { id: string },
  { staff }: Who,
): Answer<OutputOf<'courier.save-answer'>> {
  const named = await deps.courier.answerName(id)
  if (!named.ok) return named
  const fileName = named.value
  const to = await fileToSave(deps, fileName)
  if (!to.ok) return to
  if (to.value === null) return ok({ saved: false, fileName })
  const saved = await deps.courier.saveAnswer(id, to.value, staff.id)
  if (!saved.ok) await to.value.drop()
  return saved.ok ? ok({ saved: true, fileName }) : saved
}
