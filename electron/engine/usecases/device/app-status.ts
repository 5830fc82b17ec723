import type { OutputOf } from '#shared/contract/engine/calls.ts'
import type { RegionPack } from '#shared/domain/region/region-pack.ts'
import { unitTitle } from '#shared/domain/region/unit-title.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps, Who } from '../deps.ts'
import { gatesNow } from '../gate/gates-now.ts'
import { waitingQuestions } from '../question/list-questions.ts'
import { idleLockMinutes } from '../session/who-asks.ts'
import type { ReadSet } from '../stores.ts'

type Status = OutputOf<'app.status'>

/** What the frame shows of device, connection and surroundings. */
export async function appStatus(deps: Deps, who: Who | null): Answer<Status> {
  const freeDiskBytes = await deps.freeDisk()
  const now = await deps.timeNow()
  const known = await deps.reading(async (db) => {
    const region = await db.settings.region()
    const gates = await gatesNow(db, { now, freeDiskBytes }, who?.staff.id ?? null)
    const questionsWaiting = (await waitingQuestions(db)).length
    return { region, device: await deviceOf(db, region), gates: [...gates], questionsWaiting }
  })
  return ok({
    enrolled: known.device !== null,
    revoked: deps.isRevoked(),
    device: known.device,
    ...(await deps.sync.status()),
    neighbours: await deps.neighbours.status(),
    printer: await deps.printing.status(),
    insecureKey: deps.insecureKey,
    freeDiskBytes,
    gates: known.gates,
    questionsWaiting: known.questionsWaiting,
    appVersion: deps.appVersion,
    update: await deps.updates.status(),
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
    unitKind: unit?.kind ?? null,
    kecamatan: unit?.kecamatan ?? '',
    city: region.city,
    scope: device.homeScope,
    zone: unit?.zone ?? region.zone,
  }
}

/** Field by field: the centre's pack may carry more than this program knows. */
function policyOf({ pin, override, receipt, collectorRules, handover, limits }: RegionPack): Status['policy'] {
  return {
    pinDigits: pin.digits,
    pinTries: pin.tries,
    labelCheck: handover?.labelCheck ?? 'offered',
    idleLockMinutes: limits.idleLockMinutes ?? idleLockMinutes,
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
      papers: papers.map(({ id, label, face }) => ({ id, label, face: face ?? false })),
    })),
  }
}
