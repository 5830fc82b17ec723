import type { Device } from '../auth/device.ts'
import type { Db } from '../database/open-database.ts'

/** The last link of a chain: its number and its hash. */
export interface ChainEnd {
  readonly seq: number
  readonly hash: string
}

const noHash = '0'.repeat(64)

/** Where a device's chain of commands or of audit entries stands in one generation. */
export async function chainEnd(
  trx: Db,
  chain: 'commands' | 'audit',
  device: Device,
  generation: number,
): Promise<ChainEnd> {
  const last = await trx
    .selectFrom(chain)
    .select(['seq', 'hash'])
    .where('home_scope', '=', device.homeScope)
    .where('device_id', '=', device.deviceId)
    .where('generation', '=', generation)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last ?? { seq: 0, hash: noHash }
}
