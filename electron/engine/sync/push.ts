import { limits, type PushedCommand } from '#shared/contract/sync/protocol.ts'
import type { ReadDb } from '../database/handles.ts'
import type { CommandTable } from '../database/sync-schema.ts'
import { CentreTrouble } from './centre-trouble.ts'
import type { Link } from './link.ts'
import { generationOf, seqOf } from './position.ts'
import { clearPushStop, stopPush } from './push-stop.ts'
import { type GivenVerdict, storeVerdicts } from './store-verdicts.ts'
import { recall, remember } from './sync-state.ts'

/** Left free in a body for what stands around the commands. */
const bodyMargin = 1_024

export interface Pushed {
  /** Commands that got their verdict. */
  readonly sent: number
  /** Position from which the centre has another history than this device; null: it has none. */
  readonly forkAt: number | null
}

/**
 * Sends every waiting command in order, batch by batch; while the centre judges one, the verdicts of the one before are written. A centre that takes no commands of
 * this device (quarantined) stops the pushing, not the round: everything stays queued. Where the histories part is found by halving: what both have gets its stored
 * verdict.
 */
export async function pushCommands(link: Link): Promise<Pushed> {
  const { store } = link.config
  const verdictsKept = oneBehind()
  let from = ((await recall(store.read, 'answered-up-to')) ?? 0) + 1
  let most: number = limits.pushCommands
  let sent = 0
  for (;;) {
    let batch: Waiting[] = []
    try {
      const verdicts = await link.pace.pushes.measured(async (size) => {
        batch = await nextBatch(store.read, from, Math.min(size, most))
        return batch.length === 0 ? null : askVerdicts(link, batch)
      })
      await verdictsKept.done()
      if (verdicts === null) return { sent, forkAt: null }
      const taken = answeredOf(batch, verdicts)
      verdictsKept.begin(keepVerdicts(link, batch, verdicts))
      if (taken === 0) await nothingAnswered(verdictsKept)
      sent += taken
      from = (batch[taken - 1]?.position ?? from) + 1
    } catch (cause) {
      await verdictsKept.done()
      const next = afterRefusal(cause, batch)
      if (next.stop) {
        await stopPush(link, next.stop)
        return { sent, forkAt: null }
      }
      if (next.forkAt) return { sent, forkAt: next.forkAt }
      if (next.from) await goBack(link, next.from)
      from = next.from ?? from
      most = next.most ?? most
    }
  }
}

/** Something that goes on while the next is asked for. What it threw, its `done` throws. */
function oneBehind() {
  let running: Promise<void> = Promise.resolve()
  return {
    begin(next: Promise<void>): void {
      running = next
      // Heard by `done`, which comes when the next answer is here.
      running.catch(() => undefined)
    },
    done: () => running,
  }
}

/** An answer that says nothing about what was asked would be asked for ever. */
async function nothingAnswered(verdictsKept: ReturnType<typeof oneBehind>): Promise<never> {
  await verdictsKept.done()
  throw new CentreTrouble('answer-unreadable', 'unexpected', { status: 200 })
}

/** On disk before they are sent again: the centre judges them anew, and its answer may be lost. */
async function goBack({ config }: Link, from: number): Promise<void> {
  await config.store.inTransaction((trx) => remember(trx, 'answered-up-to', from - 1))
}

/**
 * Between the parts of a long transfer: a hand-over made meanwhile does not wait for its end. What the centre says against it is
 * left to the next round, a fork too.
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
  'position' | 'id' | 'type' | 'subject' | 'envelope' | 'hash' | 'signature' | 'payload' | 'salt'
>

/** In order from a position, of one generation, at most 500 commands and 1 MiB of body, but always one. */
async function nextBatch(db: ReadDb, from: number, most: number): Promise<Waiting[]> {
  const found = await db
    .selectFrom('command')
    .select(['position', 'id', 'type', 'subject', 'envelope', 'hash', 'signature', 'payload', 'salt'])
    .where('position', '>=', from)
    .orderBy('position')
    .limit(most)
    .execute()
  const generation = generationOf(found[0]?.position ?? 0)
  const own = found.filter(({ position }) => generationOf(position) === generation)
  const rows = await Promise.all(own.map((row) => withPayload(db, row)))
  let bytes = bodyMargin
  const tooMany = rows.findIndex((row, index) => {
    bytes += Buffer.byteLength(JSON.stringify(wireOf(row))) + 1
    return index > 0 && bytes > limits.pushBytes
  })
  return tooMany === -1 ? rows : rows.slice(0, tooMany)
}

/** An act that stands in two generations has its payload at one of them (fetch-history.ts). */
export async function withPayload<R extends Pick<Waiting, 'id' | 'payload' | 'salt'>>(db: ReadDb, row: R): Promise<R> {
  if (row.payload !== null) return row
  const twin = await db
    .selectFrom('command')
    .select('payload')
    .where('id', '=', row.id)
    .where('payload', 'is not', null)
    .where('salt', '=', row.salt)
    .executeTakeFirst()
  return { ...row, payload: twin?.payload ?? null }
}

const wireOf = ({ envelope, hash, signature, payload, salt }: Waiting): PushedCommand => ({
  envelope,
  hash,
  signature,
  payload,
  salt,
})

async function askVerdicts(link: Link, batch: readonly Waiting[]): Promise<GivenVerdict[]> {
  const { deviceId } = link.device.identity
  const generation = generationOf(batch[0]?.position ?? 0)
  const { verdicts } = await link.client.push({ deviceId, generation }, batch.map(wireOf))
  return verdicts.map((verdict) => ({ ...verdict, generation }))
}

/** How many commands at the head of the batch are answered for good. */
function answeredOf(batch: readonly Waiting[], verdicts: readonly GivenVerdict[]): number {
  const answeredIds = new Set(verdicts.map((verdict) => verdict.commandId))
  const open = batch.findIndex(({ id }) => !answeredIds.has(id))
  return open === -1 ? batch.length : open
}

async function keepVerdicts(link: Link, batch: readonly Waiting[], verdicts: readonly GivenVerdict[]): Promise<void> {
  const { store, baseRows, clock, announce } = link.config
  const topics = await store.inTransaction(async (trx) => {
    await remember(trx, 'last-push-at', clock.now())
    await clearPushStop(trx)
    return storeVerdicts(trx, baseRows, batch, verdicts)
  })
  announce(...topics)
}

interface AfterRefusal {
  readonly stop?: 'quarantined'
  readonly forkAt?: number
  readonly from?: number
  readonly most?: number
}

/** What to do about a 4xx; anything else ends the round. */
function afterRefusal(cause: unknown, batch: readonly Waiting[]): AfterRefusal {
  const first = batch[0]
  if (!(cause instanceof CentreTrouble) || !first) throw cause
  if (cause.problem === 'quarantined') return { stop: cause.problem }
  if (cause.problem === 'generation-unknown') return { forkAt: first.position }
  if (cause.problem === 'forked')
    return batch.length > 1 ? { most: Math.ceil(batch.length / 2) } : { forkAt: first.position }
  // The centre lacks earlier commands (it was restored from a backup): they are all still here.
  const seq = cause.problem === 'expected-seq' ? cause.expectedSeq : null
  if (seq !== null && seq >= 1 && seq < seqOf(first.position))
    return { from: first.position - seqOf(first.position) + seq }
  const tooLarge = cause.status === 413 || cause.problem === 'too-large'
  if (tooLarge && batch.length > 1) return { most: Math.ceil(batch.length / 2) }
  throw cause
}
