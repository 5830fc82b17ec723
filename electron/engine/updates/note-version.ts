import type { Store } from '../database/store.ts'
import { isEnrolled, readDevice } from '../sync/device-record.ts'
import { recall, remember } from '../sync/sync-state.ts'
import type { Clock, InOneWrite } from '../usecases/ports.ts'

interface Place {
  readonly clock: Clock
  readonly appVersion: string
  readonly inOneWrite: InOneWrite
}

/** Another version than the last time runs on this enrolled device: an entry of the audit says which, so that the centre can tell when it changed. */
export async function noteVersion(store: Store, { clock, appVersion, inOneWrite }: Place): Promise<void> {
  const before = await recall(store.read, 'version-here')
  if (before === appVersion) return
  if (before !== null && isEnrolled(await readDevice(store.read)))
    await inOneWrite((tx) => tx.audit.append({ kind: 'version', subject: appVersion, staffId: null, at: clock.now() }))
  await store.inTransaction((trx) => remember(trx, 'version-here', appVersion))
}
