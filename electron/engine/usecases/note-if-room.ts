import { troubleOf } from './database-trouble.ts'
import type { Deps } from './deps.ts'
import type { WriteSet } from './stores.ts'

/**
 * Writes a note about something that was only read. On a full disk the note is lost and logged, and the frame tells that the disk is full: the
 * citizen's card must be found all the same. Throws what else goes wrong.
 */
export async function noteIfRoom(deps: Deps, event: string, write: (tx: WriteSet) => Promise<void>): Promise<void> {
  try {
    await deps.inOneWrite(write)
  } catch (cause) {
    if (troubleOf(cause) !== 'disk-full') throw cause
    deps.log.error(`${event} not noted`, cause)
    deps.announce('status')
  }
}
