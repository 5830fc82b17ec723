import type { Fault, FaultCode } from '#shared/contract/errors.ts'
import { DeviceRevoked } from '../leaving/leaving.ts'
import { DeviceMoving } from '../moving/moving.ts'
import { type DatabaseTroubleKind, troubleOf } from '../usecases/database-trouble.ts'
import { WorkLocked } from '../usecases/gate/guard-new-work.ts'

const codeOf: Record<DatabaseTroubleKind, FaultCode> = {
  'disk-full': 'disk-full',
  damaged: 'database-damaged',
  newer: 'database-newer',
  'key-wrong': 'database-key-wrong',
  locked: 'engine-restarting',
  'update-failed': 'update-failed',
}

/** What the screen is told of something thrown: a limit or trouble of the disk by its name, everything else is ours. */
export function faultOf(cause: unknown): Fault {
  if (cause instanceof WorkLocked || cause instanceof DeviceRevoked || cause instanceof DeviceMoving) return cause.fault
  const trouble = troubleOf(cause)
  return { code: trouble === null ? 'bug' : codeOf[trouble] }
}
