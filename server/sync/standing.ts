import type { Standing } from '#shared/contract/sync/protocol.ts'
import type { Device } from '../auth/device.ts'
import type { Db } from '../database/open-database.ts'
import { chainEnd } from './chain-end.ts'
import { incarnationOf } from './incarnation.ts'

/** Where this centre stands with a device, generation by generation: two look-ups each, and nearly every device has one. */
export async function standingOf(db: Db, device: Device): Promise<Standing> {
  const past = await db
    .selectFrom('device_generations')
    .select('generation')
    .where('device_id', '=', device.deviceId)
    .where('generation', '<', device.generation)
    .orderBy('generation')
    .execute()
  const chains: Standing['chains'] = []
  for (const generation of [...past.map((one) => one.generation), device.generation]) {
    const { seq, hash } = await chainEnd(db, 'commands', device, generation)
    const audit = await chainEnd(db, 'audit', device, generation)
    chains.push({ generation, seq, hash, auditSeq: audit.seq, auditHash: audit.hash })
  }
  const { last_blob: lastBlob, sealed_database_key } = await db
    .selectFrom('devices')
    .select(['last_blob', 'sealed_database_key'])
    .where('home_scope', '=', device.homeScope)
    .where('device_id', '=', device.deviceId)
    .executeTakeFirstOrThrow()
  return { incarnation: await incarnationOf(db), chains, lastBlob, keyKept: sealed_database_key !== null }
}
