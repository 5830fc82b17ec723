import type { RegionPack } from '#shared/domain/region/region-pack.ts'
import type { ReadSet, WriteSet } from '../usecases/stores.ts'
import type { BaseRows, SyncParts } from '../wiring.ts'
import type { ReadDb, WriteDb } from './handles.ts'
import { once, oncePerKey } from './once.ts'
import { cardReadsIn } from './repositories/card-reads.ts'
import { countReadsIn, countsIn } from './repositories/count-store.ts'
import { documentReadsIn, documentsIn } from './repositories/document-store.ts'
import { homeNumbers } from './repositories/home-numbers.ts'
import { intakeIn, kitirPinsIn } from './repositories/intake-store.ts'
import { printReadsIn, printsIn } from './repositories/print-store.ts'
import { promiseReadsIn } from './repositories/promise-page.ts'
import { scanReadsIn, scansIn } from './repositories/scan-store.ts'
import { challengesIn, grantsIn, pinTriesIn, sessionsIn, staffSecretsIn } from './repositories/secret-tables.ts'
import { settingReadsIn, settingsIn } from './repositories/settings-store.ts'
import { numbersIn, requestsIn } from './repositories/small-stores.ts'
import { thingReadsIn } from './repositories/thing-reads.ts'
import { applicationReadsIn, caseReadsIn, directoryReadsIn, handoverReadsIn } from './repositories/trade-reads.ts'
import { trailReadsIn } from './repositories/trail-reads.ts'

type SyncStores = Pick<SyncParts, 'outboxIn' | 'outboxReadsIn' | 'auditIn' | 'blobsIn' | 'blobReadsIn' | 'deviceIn'>

/** What a query sees. */
export function readSet(db: ReadDb, sync: SyncStores, seed: RegionPack): ReadSet {
  const directory = directoryReadsIn(db)
  const device = sync.deviceIn(db)
  const settings = settingReadsIn(db, seed)
  return {
    cards: cardReadsIn(db),
    applications: applicationReadsIn(db),
    handovers: handoverReadsIn(db),
    cases: caseReadsIn(db),
    things: thingReadsIn(db),
    promises: promiseReadsIn(db, seed),
    directory: { ...directory, unit: oncePerKey(directory.unit) },
    settings: { ...settings, region: once(settings.region) },
    prints: printReadsIn(db),
    scans: scanReadsIn(db),
    counts: countReadsIn(db),
    device: { ...device, current: once(device.current) },
    outbox: sync.outboxReadsIn(db),
    blobs: sync.blobReadsIn(db),
    documents: documentReadsIn(db),
    trail: trailReadsIn(db),
    home: { numbers: (now, zone, days, shelf) => homeNumbers(db, now, zone, days, shelf) },
    requests: requestsIn(db),
    numbers: numbersIn(db),
    sessions: sessionsIn(db),
    staffSecrets: staffSecretsIn(db),
    pinTries: pinTriesIn(db),
    challenges: challengesIn(db),
    intake: intakeIn(db),
    kitirPins: kitirPinsIn(db),
  }
}

/** What one transaction may read and write. */
export function writeSet(trx: WriteDb, sync: SyncStores, seed: RegionPack, baseRows: BaseRows): WriteSet {
  const reads = readSet(trx, sync, seed)
  const settings = settingsIn(trx, seed)
  return {
    ...reads,
    shown: {
      refresh: async (refs) => {
        await baseRows.refresh(
          trx,
          refs.map(({ entity, id }) => `${entity}/${id}`),
        )
      },
    },
    settings: {
      ...settings,
      region: reads.settings.region,
      saveRegion: async (pack) => {
        await settings.saveRegion(pack)
        await baseRows.followClock(trx)
      },
    },
    prints: printsIn(trx),
    scans: scansIn(trx),
    counts: countsIn(trx),
    outbox: sync.outboxIn(trx),
    audit: sync.auditIn(trx),
    blobs: sync.blobsIn(trx),
    documents: documentsIn(trx),
    sessions: sessionsIn(trx),
    staffSecrets: staffSecretsIn(trx),
    pinTries: pinTriesIn(trx),
    grants: grantsIn(trx),
    challenges: challengesIn(trx),
    intake: intakeIn(trx),
    kitirPins: kitirPinsIn(trx),
    numbers: numbersIn(trx),
    requests: requestsIn(trx),
  }
}
