import type { Fault, FaultCode } from '#shared/contract/errors.ts'
import { type DatabaseTroubleKind, troubleOf } from '../usecases/database-trouble.ts'

const codeOf: Record<DatabaseTroubleKind, FaultCode> = {
  'disk-full': 'disk-full',
  damaged: 'database-damaged',
  newer: 'database-newer',
  'key-wrong': 'database-key-wrong',
  locked: 'engine-restarting',
}

/** What the screen is told of something thrown: trouble of the disk by its name, everything else is ours. */
export function faultOf(cause: unknown): Fault {
  const trouble = troubleOf(cause)
  return { code: trouble === null ? 'bug' : codeOf[trouble] }
}
