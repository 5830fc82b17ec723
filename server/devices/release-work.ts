import { z } from 'zod'
import { type Centre, instantOf } from '../centre.ts'
import { evidenceBytes } from '../courier/courier-store.ts'
import { openQueue } from '../courier/open-queue.ts'
import { takeQueue } from '../courier/take-queue.ts'
import { notFound, Problem } from '../problem.ts'
import { type Doer, noteDeviceAct } from './note-act.ts'
import { countJudged } from './note-judged.ts'

const evidence = z.looseObject({ sha256: z.string(), file_id: z.string() })
/** Why files of a device are kept that a person may release. */
export const releasable: readonly string[] = ['farewell', 'carried-file']

export interface Released {
  readonly acts: number
  readonly conflicts: number
}

/**
 * What a device sent before its end is judged as if it had come in time: facts are kept, and every card that it gave away is to be looked at by a supervisor.
 * So is what its copies sent, signed in an earlier generation. Again: the same verdicts. Throws 404 where nothing of it is kept, 409 `device-act-impossible` while the
 * device may still go on by itself, and where some of it cannot be taken: that stays kept, what could be taken is.
 */
export async function releaseWork(centre: Centre, deviceId: string, by: Doer): Promise<Released> {
  const device = await centre.db
    .selectFrom('devices')
    .select(['state', 'home_scope'])
    .where('device_id', '=', deviceId)
    .executeTakeFirst()
  const at = instantOf(centre.now())
  const files = await keptFiles(centre, deviceId)
  if (!device || files.length === 0) throw notFound()
  if (device.state !== 'revoked') throw new Problem(409, 'device-act-impossible')
  const taken = []
  for (const { file_id } of files) {
    const queue = await openQueue(centre, () => evidenceBytes(centre, file_id))
    taken.push(await takeQueue(centre, { ...queue, device: { ...queue.device, releasedBy: by } }))
  }
  if (taken.some(({ outcome }) => outcome !== 'taken')) throw new Problem(409, 'device-act-impossible')
  const released = countJudged(taken.flatMap(({ verdicts }) => verdicts))
  await noteDeviceAct(centre.db, by, at, { kind: 'release', deviceId, scope: device.home_scope, about: released })
  return released
}

async function keptFiles({ db }: Centre, deviceId: string) {
  const kept = await db
    .selectFrom('quarantine')
    .select('evidence')
    .where('device_id', '=', deviceId)
    .where('reason', 'in', [...releasable])
    .orderBy('at')
    .execute()
  return kept.map((row) => evidence.parse(JSON.parse(row.evidence)))
}
