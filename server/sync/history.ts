import type { z } from 'zod'
import { type historyAnswer, limits } from '#shared/contract/sync/protocol.ts'
import type { Device } from '../auth/device.ts'
import { type Centre, instantOf } from '../centre.ts'
import { storedVerdict } from './accept-one.ts'

type History = z.output<typeof historyAnswer>

/** A device's own commands of one generation after a number, in order, each with its verdict. */
export async function historyPage(
  centre: Centre,
  device: Device,
  { generation, after, limit }: { generation: number; after: number; limit: number },
): Promise<History> {
  const most = Math.min(limit, limits.historyCommands)
  const rows = await centre.db
    .selectFrom('commands')
    .select(['id', 'seq', 'envelope', 'hash', 'signature', 'payload', 'salt'])
    .where('home_scope', '=', device.homeScope)
    .where('device_id', '=', device.deviceId)
    .where('generation', '=', generation)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(most)
    .execute()
  const commands: History['commands'] = []
  for (const { id, seq, ...pushed } of rows) {
    const verdict = await storedVerdict(centre.db, device, id, seq)
    // Stored with its verdict in one transaction: there is none without.
    if (verdict) commands.push({ ...pushed, verdict })
  }
  return { commands, more: rows.length === most, serverTime: instantOf(centre.now()) }
}
