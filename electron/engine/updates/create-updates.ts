import type { Start } from '#shared/contract/shell/start.ts'
import type { Store } from '../database/store.ts'
import { isEnrolled, readDevice } from '../sync/device-record.ts'
import { afterMs } from '../sync/sync-loop.ts'
import { recall, remember } from '../sync/sync-state.ts'
import type { FreeDisk, Surroundings, Updates } from '../usecases/ports.ts'
import type { SyncParts } from '../wiring.ts'
import { noUpdates, Updater } from './updater.ts'

interface Parts extends Surroundings {
  readonly config: { readonly dataDir: string; readonly appVersion: string; readonly updates?: Start['updates'] }
  readonly store: Store
  readonly sync: Pick<SyncParts, 'updateSource' | 'timeNow'>
  readonly freeDisk: FreeDisk
}

/** Where the shell installs new versions and knows whose word counts: what looks for them. */
export function createUpdates({ config, store, sync, ...around }: Parts): Updates {
  const { updates, dataDir, appVersion } = config
  const { installer } = around.shell
  if (!updates || !installer) return noUpdates
  return new Updater({
    ...around,
    dataDir,
    installer,
    here: { platform: updates.platform, version: appVersion, keys: updates.keys },
    failed: updates.failed,
    source: sync.updateSource,
    timeNow: sync.timeNow,
    after: afterMs,
    deviceId: async () => {
      const device = await readDevice(store.read)
      return isEnrolled(device) ? device.identity.deviceId : null
    },
    newestWord: {
      read: () => recall(store.read, 'update-word'),
      write: (at) => store.inTransaction((trx) => remember(trx, 'update-word', at)),
    },
  })
}
