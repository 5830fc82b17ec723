import { CentreTrouble } from './centre-trouble.ts'
import type { Link } from './link.ts'
import { positionOf, seqOf } from './position.ts'
import { recall, remember } from './sync-state.ts'

const entriesAtOnce = 500

/** Sends the audit chain on from where the centre has it. A chain the centre does not take is logged and stays here whole. */
export async function uploadAudit(link: Link): Promise<void> {
  let asked = 0
  while (await uploadNext(link)) {
    asked += 1
    if (asked > 10_000) throw new Error('the audit chain does not come to an end')
  }
}

/** True when there may be more. */
async function uploadNext(link: Link): Promise<boolean> {
  const { store } = link.config
  const { deviceId, generation } = link.device.identity
  const start = positionOf(generation, 0)
  const after = Math.max((await recall(store.read, 'audit-sent-up-to')) ?? 0, start)
  const rows = await store.read
    .selectFrom('audit_entry')
    .selectAll()
    .where('position', '>', after)
    .orderBy('position')
    .limit(entriesAtOnce)
    .execute()
  const last = rows.at(-1)
  if (!last) return false
  const entries = rows.map(({ position, entry, hash }) => ({ seq: seqOf(position), entry, hash }))
  const taken = await sendEntries(link, { deviceId, generation }, entries)
  if (taken === null) return false
  const next = Math.min(start + taken, last.position)
  await store.inTransaction((trx) => remember(trx, 'audit-sent-up-to', next))
  return next !== after
}

/** The centre's last seq; null when it does not take the chain. */
async function sendEntries(
  link: Link,
  chain: { deviceId: string; generation: number },
  entries: Parameters<Link['client']['audit']>[1],
) {
  try {
    return (await link.client.audit(chain, entries)).lastSeq
  } catch (cause) {
    if (!(cause instanceof CentreTrouble) || cause.reason !== 'refused') throw cause
    if (cause.problem === 'expected-seq' && cause.expectedSeq !== null) return cause.expectedSeq - 1
    link.config.log.error('audit-not-taken', cause)
    return null
  }
}
