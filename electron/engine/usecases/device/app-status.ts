import type { OutputOf } from '#shared/contract/engine/calls.ts'
import type { RegionPack } from '#shared/domain/region/region-pack.ts'
import { unitTitle } from '#shared/domain/region/unit-title.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps } from '../deps.ts'
import type { ReadSet } from '../stores.ts'

type Status = OutputOf<'app.status'>

/** What the frame shows of device, connection and surroundings. */
export async function appStatus(deps: Deps): Answer<Status> {
  const known = await deps.reading(async (db) => {
    const region = await db.settings.region()
    return { region, device: await deviceOf(db, region) }
  })
  return ok({
    enrolled: known.device !== null,
    device: known.device,
    ...(await deps.sync.status()),
    printer: await deps.printing.status(),
    insecureKey: deps.insecureKey,
    freeDiskBytes: await deps.freeDisk(),
    appVersion: deps.appVersion,
    policy: policyOf(known.region),
  })
}

async function deviceOf(db: ReadSet, region: RegionPack): Promise<Status['device']> {
  const device = await db.device.current()
  if (!device) return null
  const unit = await db.directory.unit(device.homeScope)
  return {
    deviceId: device.deviceId,
    deviceCode: device.deviceCode,
    deviceName: device.deviceName,
    unitName: unit ? unitTitle(unit) : device.homeScope,
    kecamatan: unit?.kecamatan ?? '',
    city: region.city,
    scope: device.homeScope,
    zone: unit?.zone ?? region.zone,
  }
}

/** Field by field: the centre's pack may carry more than this program knows. */
function policyOf({ pin, override, receipt, collectorRules }: RegionPack): Status['policy'] {
  return {
    pinDigits: pin.digits,
    pinTries: pin.tries,
    override: {
      onTheSpot: override.onTheSpot,
      challenge: override.challenge,
      reviewLater: override.reviewLater,
    },
    receipt: {
      head: [...receipt.head],
      statement: receipt.statement,
      free: receipt.free,
      callCentre: receipt.callCentre,
      copies: receipt.copies,
    },
    collectorRules: collectorRules.map(({ cardKind, collector, needsProxyLetter, sameHousehold, papers }) => ({
      cardKind,
      collector,
      needsProxyLetter,
      sameHousehold,
      papers: papers.map(({ id, label }) => ({ id, label })),
    })),
  }
}
