import { z } from 'zod'
import type { auditRequest } from '#shared/contract/sync/protocol.ts'
import type { Device } from '../auth/device.ts'
import { keyOfGeneration } from '../auth/generation-keys.ts'
import { sha256Hex } from '../auth/raw-keys.ts'
import { type Centre, instantOf } from '../centre.ts'
import { inTransaction } from '../database/in-transaction.ts'
import { insertMany } from '../database/insert-many.ts'
import type { Db } from '../database/open-database.ts'
import type { Tables } from '../database/tables.ts'
import { invalid, Problem } from '../problem.ts'
import { lockDevice } from './accept-batch.ts'
import { chainEnd } from './chain-end.ts'
import { runInParts } from './in-parts.ts'
import { quarantine } from './quarantine.ts'

const link = z.looseObject({ seq: z.number().int(), prevHash: z.string() })

type Batch = z.output<typeof auditRequest>

/**
 * Adds to the device's audit chain; entries it has already are passed over. Answers the last number of the chain.
 * Throws 409 `expected-seq` for a hole, 409 `forked` for another entry under a used number, 409 `generation-unknown`, 403 `quarantined` when a hash does not hold.
 */
export async function acceptAudit(centre: Centre, device: Device, batch: Batch): Promise<number> {
  if (batch.deviceId !== device.deviceId) throw invalid('deviceId')
  for (const { entry, hash, seq } of batch.entries)
    if (sha256Hex(entry) !== hash || linkOf(entry)?.seq !== seq)
      return quarantine(centre, device, 'bad-audit-hash', { hash, seq })
  const { generation } = batch
  if (!(await keyOfGeneration(centre.db, device, generation))) throw new Problem(409, 'generation-unknown')
  return inTransaction(centre.db, async (trx) => {
    await lockDevice(trx, device)
    const known = await entriesFrom(trx, device, batch)
    let last = await chainEnd(trx, 'audit', device, batch.generation)
    const at = instantOf(centre.now())
    const fresh: Tables['audit'][] = []
    for (const { seq, entry, hash } of batch.entries) {
      if (seq <= last.seq) {
        if (known.get(seq) !== hash) throw new Problem(409, 'forked')
        continue
      }
      if (seq !== last.seq + 1) throw new Problem(409, 'expected-seq', { expectedSeq: last.seq + 1 })
      if (linkOf(entry)?.prevHash !== last.hash) throw new Problem(409, 'forked')
      fresh.push({ ...owner(device, batch), seq, entry, hash, received_at: at })
      last = { seq, hash }
    }
    await runInParts(fresh, (part) => insertMany(trx, 'audit', part))
    return last.seq
  })
}

const owner = (device: Device, { generation }: Batch) => ({
  home_scope: device.homeScope,
  device_id: device.deviceId,
  generation,
})

function linkOf(entry: string): z.output<typeof link> | null {
  try {
    return link.safeParse(JSON.parse(entry)).data ?? null
  } catch {
    // No JSON: treated like an entry that does not continue the chain.
    return null
  }
}

async function entriesFrom(trx: Db, device: Device, batch: Batch): Promise<ReadonlyMap<number, string>> {
  const rows = await trx
    .selectFrom('audit')
    .select(['seq', 'hash'])
    .where('home_scope', '=', device.homeScope)
    .where('device_id', '=', device.deviceId)
    .where('generation', '=', batch.generation)
    .where('seq', '>=', batch.entries[0]?.seq ?? 0)
    .execute()
  return new Map(rows.map((row) => [row.seq, row.hash]))
}
