import { z } from 'zod'
import { type Centre, instantOf } from '../centre.ts'
import { evidenceBytes } from '../courier/courier-store.ts'
import { openQueue } from '../courier/open-queue.ts'
import { takeQueue } from '../courier/take-queue.ts'
import { notFound, Problem } from '../problem.ts'
import { type Doer, noteDeviceAct } from './note-act.ts'

const evidence = z.looseObject({ sha256: z.string(), file_id: z.string() })
/** Why files of a device are kept that a person may release. */
export const releasable: readonly string[] = ['farewell', 'carried-file']

export interface Released {
  readonly acts: number
  readonly conflicts: number
}

/**
 * What a device sent before its end is judged as if it had come in time: facts are kept, and every card that it gave away is to be looked at by a supervisor.
 * Again: the same verdicts. Throws 404 where nothing of it is kept, 409 `device-act-impossible` while the device may still go on by itself.
 */
export async function releaseWork(centre: Centre, deviceId: string, by: Doer): Promise<Released> {
  const device = await centre.db
    .selectFrom('devices')
    .select(['state', 'home_scope'])
    .where('device_id', '=', deviceId)
    .executeTakeFirst()
  const files = await keptFiles(centre, deviceId)
  if (!device || files.length === 0) throw notFound()
  if (device.state !== 'revoked') throw new Problem(409, 'device-act-impossible')
  const at = instantOf(centre.now())
  const verdicts = []
  for (const { file_id } of files) {
    const queue = await openQueue(centre, () => evidenceBytes(centre, file_id))
    const released = { ...queue.device, released: true } as const
    verdicts.push(...(await takeQueue(centre, { ...queue, device: released })).verdicts)
  }
  const fresh = verdicts.filter(({ kind }) => kind !== 'duplicate')
  const released = { acts: fresh.length, conflicts: fresh.filter(({ kind }) => kind === 'conflict').length }
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
