import type { Fault, FaultCode } from '#shared/contract/errors.ts'
import { type DatabaseTroubleKind, troubleOf } from '../usecases/database-trouble.ts'
import type { Log } from '../usecases/ports.ts'
import { CentreTrouble } from './centre-trouble.ts'
import { withoutNetwork } from './local-network.ts'

const codeOfDatabase: Readonly<Record<DatabaseTroubleKind, FaultCode>> = {
  'disk-full': 'disk-full',
  damaged: 'database-damaged',
  'key-wrong': 'database-key-wrong',
  newer: 'database-newer',
  locked: 'database-damaged',
  'update-failed': 'update-failed',
}

/** What a person is told about an error of the sync. Only what we did not expect goes to the log as an error. */
export function faultOf(cause: unknown, log: Log): Fault {
  if (cause instanceof CentreTrouble) {
    log.info('centre-trouble', { code: cause.code, reason: cause.reason, status: cause.status, problem: cause.problem })
    return withoutNetwork(cause.fault)
  }
  log.error('sync-failed', cause)
  const kind = troubleOf(cause)
  return { code: kind ? codeOfDatabase[kind] : 'bug' }
}
