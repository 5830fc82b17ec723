import type { CreateSync } from '../wiring.ts'
import { openAuditChain } from './audit-chain.ts'
import { blobReads, openBlobStore } from './blob-store.ts'
import { centrePort } from './centre-port.ts'
import { centreSession } from './centre-session.ts'
import { deviceReads } from './device-reads.ts'
import { openOutbox, outboxReads } from './outbox.ts'
import { syncControl } from './sync-control.ts'

/** Builds the sync on an open database; nothing runs before `control.start()`. */
export const createSync: CreateSync = (config) => {
  const session = centreSession(config)
  const appendCommand = openOutbox(config.store, config.ids)
  const appendAudit = openAuditChain(config.store)
  const putBlob = openBlobStore(config.store)
  return {
    control: syncControl(config, session),
    centre: centrePort(session, config.clock),
    outboxIn: (trx) => ({ ...outboxReads(trx), append: appendCommand }),
    outboxReadsIn: outboxReads,
    auditIn: () => ({ append: appendAudit }),
    blobsIn: (trx) => ({ ...blobReads(trx), put: putBlob }),
    blobReadsIn: blobReads,
    deviceIn: deviceReads,
  }
}
