import { CentreTrouble } from './centre-trouble.ts'
import type { Link } from './link.ts'
import { generationOf, positionOf, seqOf } from './position.ts'
import { recall, remember } from './sync-state.ts'

const entriesAtOnce = 500

/**
 * Sends the audit chain on from where the centre has it. Returns the position from which the centre has another chain, found by halving; null when it has none. Any
 * other chain that the centre does not take is logged and stays here whole.
 */
export async function uploadAudit(link: Link): Promise<number | null> {
  let most = entriesAtOnce
  for (let asked = 0; ; asked++) {
    if (asked > 10_000) throw new Error('the audit chain does not come to an end')
    const end = await uploadNext(link, most)
    if (end.kind === 'forked' && end.most === 0) return end.at
    if (end.kind === 'forked') most = end.most
    if (end.kind === 'over') return null
  }
}

type End = { readonly kind: 'more' | 'over' } | { readonly kind: 'forked'; readonly at: number; readonly most: number }

async function uploadNext(link: Link, most: number): Promise<End> {
  const { store } = link.config
  const after = (await recall(store.read, 'audit-sent-up-to')) ?? 0
  const found = await store.read
    .selectFrom('audit_entry')
    .selectAll()
    .where('position', '>', after)
    .orderBy('position')
    .limit(most)
    .execute()
  const generation = generationOf(found[0]?.position ?? 0)
  const rows = found.filter(({ position }) => generationOf(position) === generation)
  const [first, last] = [rows[0], rows.at(-1)]
  if (!first || !last) return { kind: 'over' }
  const entries = rows.map(({ position, entry, hash }) => ({ seq: seqOf(position), entry, hash }))
  const taken = await sendEntries(link, { deviceId: link.device.identity.deviceId, generation }, entries)
  if (taken === null) return { kind: 'over' }
  // One that is forked alone is where the chains part.
  if (taken === 'forked')
    return { kind: 'forked', at: first.position, most: rows.length > 1 ? Math.ceil(rows.length / 2) : 0 }
  const next = Math.min(positionOf(generation, taken), last.position)
  await store.inTransaction((trx) => remember(trx, 'audit-sent-up-to', next))
  return { kind: next === after ? 'over' : 'more' }
}

/** The centre's last seq; null when it does not take the chain. */
async function sendEntries(
  link: Link,
  chain: { deviceId: string; generation: number },
  entries: Parameters<Link['client']['audit']>[1],
): Promise<number | 'forked' | null> {
  try {
    return (await link.client.audit(chain, entries)).lastSeq
  } catch (cause) {
    if (!(cause instanceof CentreTrouble) || cause.reason !== 'refused') throw cause
    if (cause.problem === 'superseded') throw cause
    if (cause.problem === 'forked') return 'forked'
    if (cause.problem === 'expected-seq' && cause.expectedSeq !== null) return cause.expectedSeq - 1
    link.config.log.error('audit-not-taken', cause)
    return null
  }
}
