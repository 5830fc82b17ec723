import type { AnswerLine } from '#shared/contract/sync/courier.ts'
import { FileTrouble } from '#shared/courier/file-trouble.ts'
import type { WriteDb } from '../../database/handles.ts'
import type { AnswerTaken } from '../../usecases/ports.ts'
import { raiseException } from '../exceptions.ts'
import { positionOf } from '../position.ts'
import { clearPushStop, stopPush } from '../push-stop.ts'
import { type GivenVerdict, storeVerdicts } from '../store-verdicts.ts'
import { recall, remember } from '../sync-state.ts'
import { countUnsent } from '../unsent.ts'
import { type AnswerPart, answerParts } from './answer-lines.ts'
import { AnswerGap, applyPage, type Copies } from './apply-page.ts'
import { bytesKept, carriedFile, deleteFile } from './carried-store.ts'
import { type CourierParts, note } from './courier-parts.ts'

type About = Extract<AnswerLine, { line: 'about' }>

/** Verdicts of one transaction. */
const verdictsAtOnce = 200

interface Count {
  verdicts: number
  rows: number
  /** Pages whose rows were not known here. */
  newer: number
}

/**
 * Takes in an answer that was proven to be the centre's for this device: verdicts and rows as in a round, each batch its transaction. Taken in again, or
 * late, it changes nothing. Cut off anywhere it is gone on with from the file, which stays until the end. Throws AnswerGap, FileTrouble.
 */
export async function applyAnswer(parts: CourierParts, id: string): Promise<AnswerTaken> {
  const { config, device } = parts
  const { store } = config
  const file = await carriedFile(store.read, id)
  if (file?.kind !== 'answer') throw new FileTrouble('damaged')
  const count: Count = { verdicts: 0, rows: 0, newer: 0 }
  try {
    const bytes = counted(bytesKept(store.read, id, 'file'), (done) => parts.progress('applying', done, file.size))
    const about = await applyParts(parts, answerParts(bytes, device.keys.sealing.privateKey), count)
    const last = (await recall(store.read, 'queue-saved'))?.id
    await store.inTransaction(async (trx) => {
      // An answer to an earlier queue may say what is over by now.
      if (file.header.answers === last) await heedOutcome(parts, trx, about)
      await conclude(parts, trx, id, about)
    })
    if (file.header.answers === last) await heedShutOut(parts, about)
  } catch (cause) {
    // What is wrong with it stays wrong; trouble of this computer passes, and the file is gone on with then.
    if (cause instanceof FileTrouble || isGap(cause)) await store.inTransaction((trx) => deleteFile(trx, id))
    throw cause
  }
  config.announce('queue', 'status', 'courier')
  const { verdicts, rows, newer } = count
  const waiting = (await countUnsent(store.read)).count
  return { found: 'answer', verdicts, rows, waiting, older: verdicts === 0 && newer === 0 }
}

const isGap = (cause: unknown): boolean => cause instanceof AnswerGap

async function applyParts(parts: CourierParts, answer: AsyncIterable<AnswerPart>, count: Count): Promise<About> {
  const copies: Copies = new Map()
  const verdicts: GivenVerdict[] = []
  let about: About | null = null
  for await (const part of answer) {
    if (part.line === 'about') about = await ofOurHistory(parts, part)
    if (verdicts.length >= verdictsAtOnce || (verdicts.length > 0 && part.line !== 'verdict'))
      count.verdicts += await keepVerdicts(parts, verdicts.splice(0))
    if (part.line === 'verdict') verdicts.push(part)
    if (part.line === 'audited') await keepAudited(parts, part)
    if (part.line === 'has') await keepAtCentre(parts, part.sha256)
    if (part.line !== 'page') continue
    const rows = await applyPage(parts.config, part, copies)
    count.rows += rows ?? 0
    count.newer += rows === null ? 0 : 1
  }
  if (about === null) throw new FileTrouble('damaged')
  return about
}

/** The centre was restored since, or before: nothing in the answer compares with what is here. Throws AnswerGap. */
async function ofOurHistory({ config }: CourierParts, about: About): Promise<About> {
  const known = await recall(config.store.read, 'incarnation')
  if (known === null || known === about.incarnation) return about
  throw new AnswerGap('the centre is in another history')
}

/** Returns how many were news. */
async function keepVerdicts({ config }: CourierParts, verdicts: readonly GivenVerdict[]): Promise<number> {
  const { store, baseRows } = config
  const { topics, news } = await store.inTransaction(async (trx) => {
    const sent = await openBefore(trx, verdicts)
    const open = sent.filter(({ verdict }) => verdict === null).length
    const topics = await storeVerdicts(trx, baseRows, sent, verdicts)
    const left = (await openBefore(trx, verdicts)).filter(({ verdict }) => verdict === null).length
    return { topics, news: open - left }
  })
  config.announce(...topics)
  return news
}

/** Own commands up to these, from the first one that has no answer: only so it shows where the answers have no gap. */
async function openBefore(trx: WriteDb, verdicts: readonly GivenVerdict[]) {
  const last = Math.max(...verdicts.map(({ generation, seq }) => positionOf(generation, seq)))
  return trx
    .selectFrom('command')
    .select(['position', 'id', 'type', 'subject', 'payload', 'verdict'])
    .where('position', '>', (await recall(trx, 'answered-up-to')) ?? 0)
    .where('position', '<=', last)
    .orderBy('position')
    .execute()
}

async function keepAudited(
  { config }: CourierParts,
  { generation, lastSeq }: { readonly generation: number; readonly lastSeq: number },
): Promise<void> {
  await config.store.inTransaction(async (trx) => {
    const before = (await recall(trx, 'audit-sent-up-to')) ?? 0
    const last = await trx
      .selectFrom('audit_entry')
      .select(({ fn }) => fn.max('position').as('end'))
      .executeTakeFirst()
    const next = Math.min(positionOf(generation, lastSeq), last?.end ?? 0)
    if (next > before) await remember(trx, 'audit-sent-up-to', next)
  })
}

async function keepAtCentre({ config }: CourierParts, sha256: string): Promise<void> {
  await config.store.inTransaction(async (trx) => {
    await trx.updateTable('blob').set({ at_centre: 1 }).where('sha256', '=', sha256).execute()
  })
}

/** What the centre says of this device itself. */
async function heedOutcome({ config, device }: CourierParts, trx: WriteDb, about: About): Promise<void> {
  const { deviceId, generation } = device.identity
  const raised = { kind: 'attention', seq: null, card_id: null, handover_id: null } as const
  const raise = (code: string) =>
    raiseException(trx, {
      ...raised,
      code,
      id: `${code}/${deviceId}/${generation}`.slice(0, 64),
      raised_at: config.clock.now(),
    })
  if (about.outcome === 'taken') await clearPushStop(trx)
  if (about.outcome === 'revoked') await raise('revoked')
  if (about.outcome === 'forked' || about.outcome === 'not-taken') await raise('forked-by-file')
  if (about.outcome !== 'expected-seq' || !about.expected) return
  // The centre was restored from a backup: what it lost is in the next file.
  const lost = positionOf(about.expected.generation, about.expected.seq) - 1
  if (lost < ((await recall(trx, 'answered-up-to')) ?? 0)) await remember(trx, 'answered-up-to', lost)
}

async function heedShutOut(parts: CourierParts, { outcome }: About): Promise<void> {
  if (outcome === 'quarantined') await stopPush(parts, 'quarantined')
  if (outcome === 'superseded') await stopPush(parts, 'copied')
}

/** The answer is taken in to its end: how new the data are by now; the file is not needed any more. */
async function conclude(parts: CourierParts, trx: WriteDb, id: string, about: About): Promise<void> {
  const shutOut = about.outcome === 'quarantined' || about.outcome === 'revoked' || about.outcome === 'superseded'
  if (!shutOut)
    for (const name of ['last-pull-at', 'synced-at', 'hlc-heard'] as const)
      if (about.serverTime > ((await recall(trx, name)) ?? '')) await remember(trx, name, about.serverTime)
  await deleteFile(trx, id)
  await note(parts, 'answer-taken', id)
}

async function* counted(bytes: AsyncIterable<Uint8Array>, tell: (done: number) => void): AsyncGenerator<Uint8Array> {
  let done = 0
  for await (const piece of bytes) {
    done += piece.length
    tell(done)
    yield piece
  }
}
