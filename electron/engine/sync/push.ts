import { limits, type PushedCommand } from '#shared/contract/sync/protocol.ts'
import type { ReadDb } from '../database/handles.ts'
import type { CommandTable } from '../database/sync-schema.ts'
import { CentreTrouble } from './centre-trouble.ts'
import type { Link } from './link.ts'
import { positionOf, seqOf } from './position.ts'
import { clearPushStop, stopPush } from './push-stop.ts'
import { type GivenVerdict, storeVerdicts } from './store-verdicts.ts'
import { recall, remember } from './sync-state.ts'

/** Left free in a body for what stands around the commands. */
const bodyMargin = 1_024

/**
 * Sends every waiting command in order, batch by batch, and stores each batch's verdicts before the next one. Returns how many got
 * one. A centre that takes no commands of this device (forked, quarantined) stops the pushing, not the round: everything stays queued.
 */
export async function pushCommands(link: Link): Promise<number> {
  const { store } = link.config
  const answered = (await recall(store.read, 'answered-up-to')) ?? 0
  let from = Math.max(answered, positionOf(link.device.identity.generation, 0)) + 1
  let most: number = limits.pushCommands
  let sent = 0
  for (;;) {
    let batch: Waiting[] = []
    try {
      const verdicts = await link.pace.pushes.measured(async (size) => {
        batch = await nextBatch(store.read, from, Math.min(size, most))
        return batch.length === 0 ? null : askVerdicts(link, batch)
      })
      if (verdicts === null) return sent
      const taken = await keepVerdicts(link, batch, verdicts)
      sent += taken
      from += taken
    } catch (cause) {
      const next = afterRefusal(cause, batch)
      if (next.stop) {
        await stopPush(link, next.stop)
        return sent
      }
      from = next.from ?? from
      most = next.most ?? most
    }
  }
}

/**
 * Between the parts of a long transfer: a hand-over made meanwhile does not wait for its end. What the centre says against it is
 * left to the next round.
 */
export async function pushBetween(link: Link): Promise<void> {
  try {
    await pushCommands(link)
  } catch (cause) {
    if (!(cause instanceof CentreTrouble) || cause.code !== 'centre-error') throw cause
  }
}

type Waiting = Pick<
  CommandTable,
  'position' | 'id' | 'subject' | 'envelope' | 'hash' | 'signature' | 'payload' | 'salt'
>

/** In order from a position, at most 500 commands and 1 MiB of body, but always one. */
async function nextBatch(db: ReadDb, from: number, most: number): Promise<Waiting[]> {
  const rows = await db
    .selectFrom('command')
    .select(['position', 'id', 'subject', 'envelope', 'hash', 'signature', 'payload', 'salt'])
    .where('position', '>=', from)
    .orderBy('position')
    .limit(most)
    .execute()
  let bytes = bodyMargin
  const tooMany = rows.findIndex((row, index) => {
    bytes += Buffer.byteLength(JSON.stringify(wireOf(row))) + 1
    return index > 0 && bytes > limits.pushBytes
  })
  return tooMany === -1 ? rows : rows.slice(0, tooMany)
}

const wireOf = ({ envelope, hash, signature, payload, salt }: Waiting): PushedCommand => ({
  envelope,
  hash,
  signature,
  payload,
  salt,
})

async function askVerdicts(link: Link, batch: readonly Waiting[]): Promise<GivenVerdict[]> {
  const { deviceId, generation } = link.device.identity
  const { verdicts } = await link.client.push({ deviceId, generation }, batch.map(wireOf))
  return verdicts.map((verdict) => ({ ...verdict, generation }))
}

/** Returns how many commands at the head of the batch are answered for good. */
async function keepVerdicts(link: Link, batch: readonly Waiting[], verdicts: readonly GivenVerdict[]): Promise<number> {
  const { store, baseRows, clock, announce } = link.config
  const answeredIds = new Set(verdicts.map((verdict) => verdict.commandId))
  const open = batch.findIndex(({ id }) => !answeredIds.has(id))
  const topics = await store.inTransaction(async (trx) => {
    await remember(trx, 'last-push-at', clock.now())
    await clearPushStop(trx)
    return storeVerdicts(trx, baseRows, batch, verdicts)
  })
  announce(...topics)
  // An answer that says nothing about what was asked would be asked for ever.
  if (open === 0) throw new CentreTrouble('answer-unreadable', 'unexpected', { status: 200 })
  return open === -1 ? batch.length : open
}

interface AfterRefusal {
  readonly stop?: 'forked' | 'quarantined'
  readonly from?: number
  readonly most?: number
}

/** What to do about a 4xx; anything else ends the round. */
function afterRefusal(cause: unknown, batch: readonly Waiting[]): AfterRefusal {
  const first = batch[0]
  if (!(cause instanceof CentreTrouble) || !first) throw cause
  if (cause.problem === 'forked' || cause.problem === 'quarantined') return { stop: cause.problem }
  // The centre lacks earlier commands (it was restored from a backup): they are all still here.
  const seq = cause.problem === 'expected-seq' ? cause.expectedSeq : null
  if (seq !== null && seq >= 1 && seq < seqOf(first.position))
    return { from: first.position - seqOf(first.position) + seq }
  const tooLarge = cause.status === 413 || cause.problem === 'too-large'
  if (tooLarge && batch.length > 1) return { most: Math.ceil(batch.length / 2) }
  throw cause
}
