import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps, Who } from '../deps.ts'
import { fileToSave } from './chosen-file.ts'

/** Everything that waits, sealed to the centre, in a file that the person chooses; it goes on waiting. Faults: courier-*, file-*. */
export async function saveQueue(deps: Deps, { staff }: Pick<Who, 'staff'>): Answer<OutputOf<'courier.save-queue'>> {
  const named = await deps.courier.queueName()
  if (!named.ok) return named
  const fileName = named.value
  const to = await fileToSave(deps, fileName)
  if (!to.ok) return to
  if (to.value === null) return ok({ saved: false, fileName, commands: 0, bytes: 0 })
  const saved = await deps.courier.saveQueue(to.value, staff.id)
  if (!saved.ok) await to.value.drop()
  return saved.ok ? ok({ saved: true, fileName, ...saved.value }) : saved
}
