import type { CreateSync } from '../wiring.ts'
import { openAuditChain } from './audit-chain.ts'
import { blobReads, openBlobStore, openFetchedStore } from './blob-store.ts'
import { centrePort } from './centre-port.ts'
import { centreSession } from './centre-session.ts'
import { createCourier } from './courier/create-courier.ts'
import { deviceReads } from './device-reads.ts'
import { keptTime } from './kept-time.ts'
import { lineMeter } from './line-meter.ts'
import { openOutbox, outboxReads } from './outbox.ts'
import { signAsDevice } from './sign-as-device.ts'
import { syncControl } from './sync-control.ts'

/** Builds the sync on an open database; nothing runs before `control.start()`. */
export const createSync: CreateSync = (config) => {
  const line = lineMeter(() => config.clock.elapsedMs())
  const session = centreSession(config, line)
  const time = keptTime(config)
  const appendCommand = openOutbox(config.store, config.ids)
  const appendAudit = openAuditChain(config.store)
  const putBlob = openBlobStore(config.store)
  const keepFetched = openFetchedStore(config.store)
  const control = syncControl(config, session, time, line)
  return {
    timeNow: () => time.now(),
    sureNow: () => time.sure(),
    control,
    courier: createCourier(config, appendAudit, control.wake),
    signer: () => signAsDevice(config.store),
    centre: centrePort(session, config.clock),
    updateSource: {
      manifest: (platform) => session.askQuietly((client) => client.updateManifest(platform)),
      piece: (platform, name, from, length) =>
        session.askQuietly((client) => client.updatePiece(platform, name, from, length)),
    },
    outboxIn: (trx) => ({ ...outboxReads(trx), append: appendCommand }),
    outboxReadsIn: outboxReads,
    auditIn: () => ({ append: appendAudit }),
    blobsIn: (trx) => ({ ...blobReads(trx), put: putBlob, keepFetched }),
    blobReadsIn: blobReads,
    deviceIn: deviceReads,
  }
}
