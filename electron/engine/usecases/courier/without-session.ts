import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import type { Answer, Deps } from '../deps.ts'
import { provePerson } from '../session/prove-person.ts'
import { openFile } from './open-file.ts'
import { saveQueue } from './save-queue.ts'

/**
 * The queue of an office where nobody can sign in any more without the centre. The file shows nothing of what is in it. Faults: those of sign-in, courier-*, file-*.
 */
export async function saveQueueLocked(
  deps: Deps,
  input: ParsedInputOf<'courier.save-queue-locked'>,
): Answer<OutputOf<'courier.save-queue-locked'>> {
  const staff = await provePerson(deps, input, 'queue-save-locked')
  return staff.ok ? saveQueue(deps, { staff: staff.value }) : staff
}

/** The way back, of this device only. Faults: those of sign-in, courier-*, file-*, disk-full. */
export async function openAnswerLocked(
  deps: Deps,
  input: ParsedInputOf<'courier.open-answer-locked'>,
): Answer<OutputOf<'courier.open-answer-locked'>> {
  const staff = await provePerson(deps, input, 'answer-open-locked')
  return staff.ok ? openFile(deps, { staff: staff.value }, 'answer') : staff
}
