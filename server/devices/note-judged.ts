import type { Verdict } from '#shared/contract/sync/protocol.ts'
import type { Device } from '../auth/device.ts'
import type { Db } from '../database/open-database.ts'
import { noteDeviceAct } from './note-act.ts'

/** How many acts were new, and how many of them stood against others. */
export function countJudged(verdicts: readonly Verdict[]) {
  const fresh = verdicts.filter(({ kind }) => kind !== 'duplicate')
  return { acts: fresh.length, conflicts: fresh.filter(({ kind }) => kind === 'conflict').length }
}

/** Keeps who let the work of a revoked device be judged, with the verdicts. */
export async function noteJudged(trx: Db, device: Device, at: string, verdicts: readonly Verdict[]): Promise<void> {
  const { deviceId, homeScope: scope, releasedBy } = device
  const about = countJudged(verdicts)
  if (releasedBy && about.acts > 0) await noteDeviceAct(trx, releasedBy, at, { kind: 'judge', deviceId, scope, about })
}
