import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps, Who } from '../deps.ts'
import { fileToRead } from './chosen-file.ts'

/** Opens a file that the person chooses and does what it is for; `only`: what it may be for. Faults: courier-*, file-*, disk-full. */
export async function openFile(
  deps: Deps,
  { staff }: Pick<Who, 'staff'>,
  only: 'answer' | 'anything' = 'anything',
): Answer<OutputOf<'courier.open'>> {
  const from = await fileToRead(deps)
  if (!from.ok) return from
  const file = from.value
  if (file === null) return ok({ found: 'nothing' })
  try {
    return await deps.courier.takeIn(file, staff.id, only)
  } finally {
    await file.close()
  }
}
