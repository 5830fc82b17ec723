import type { AnswerLine, CourierHeader, QueueLine } from '#shared/contract/sync/courier.ts'
import { limits, type PushedCommand, type Verdict } from '#shared/contract/sync/protocol.ts'
import type { Device } from '../auth/device.ts'
import type { Centre } from '../centre.ts'
import { Problem } from '../problem.ts'
import { acceptAudit } from '../sync/accept-audit.ts'
import type { Unprocessable } from '../sync/accept-batch.ts'
import { acceptPush } from '../sync/accept-push.ts'
import { addPiece } from '../sync/blob-store.ts'
import type { ProvenQueue } from './open-queue.ts'

type Line<K extends QueueLine['line']> = Extract<QueueLine, { line: K }>
type Outcome = Extract<AnswerLine, { line: 'about' }>['outcome']

/** What became of a queue. */
export interface Taken {
  readonly header: CourierHeader
  outcome: Outcome
  expected: { readonly generation: number; readonly seq: number } | null
  readonly verdicts: (Verdict & { readonly generation: number })[]
  /** Last entry of the audit chain that the centre has, by generation. */
  readonly audited: Map<number, number>
  /** SHA-256 of files that are whole at the centre. */
  readonly has: Set<string>
  cursors: readonly { readonly scope: string; readonly cursor: string | null }[]
  /** Commands that were kept but not processed: somebody has to know. */
  readonly unprocessable: Unprocessable[]
}

const auditAtOnce = 500

/** Takes what a queue holds exactly as if its device had sent it. Throws Refused, and what will pass: then the same file can be taken again. */
export async function takeQueue(centre: Centre, { header, device, past, lines }: ProvenQueue): Promise<Taken> {
  const held = device.state !== 'active' ? device.state : past ? 'superseded' : null
  const outcome = device.releasedBy ? 'taken' : (held ?? 'taken')
  const taken: Taken = {
    ...{ header, outcome, expected: null, verdicts: [], unprocessable: [] },
    ...{ audited: new Map(), has: new Set(), cursors: [] },
  }
  const take = takerOf(centre, device, taken)
  const batch: QueueLine[] = []
  for await (const line of lines()) {
    if (line.line === 'about') taken.cursors = line.cursors
    if (line.line === 'about' || line.line === 'end') continue
    if (!goesWith(batch, line)) await take(batch.splice(0))
    batch.push(line)
  }
  await take(batch)
  return taken
}

/** Commands and entries of one generation, as many as one push may hold; blobs one by one. */
function goesWith(batch: readonly QueueLine[], line: QueueLine): boolean {
  const first = batch[0]
  if (!first) return true
  if (first.line === 'command' && line.line === 'command')
    return first.generation === line.generation && batch.length < limits.commandsPerTransaction
  if (first.line === 'audit' && line.line === 'audit')
    return first.generation === line.generation && batch.length < auditAtOnce
  return false
}

/** What stops the commands of a device does not stop the rest, unless the device is shut out. */
function takerOf(centre: Centre, device: Device, taken: Taken) {
  return async (batch: readonly QueueLine[]): Promise<void> => {
    const [first] = batch
    if (!first || isShutOut(taken.outcome)) return
    try {
      if (first.line === 'command' && taken.outcome === 'taken')
        await takeCommands(centre, device, batch as readonly Line<'command'>[], taken)
      if (first.line === 'audit') await takeAudit(centre, device, batch as readonly Line<'audit'>[], taken)
      if (first.line === 'blob') await takeBlob(centre, device, first, taken)
    } catch (cause) {
      if (!(cause instanceof Problem) || cause.status >= 500) throw cause
      const generation = first.line === 'command' ? first.generation : 0
      if (first.line === 'command' || isShutOut(cause.error)) noteRefusal(taken, cause, generation)
    }
  }
}

/** The centre hears nothing from this device, and tells it nothing but that. */
export const isShutOut = (outcome: string): boolean =>
  outcome === 'quarantined' || outcome === 'revoked' || outcome === 'superseded'

const outcomes: Readonly<Record<string, Outcome>> = {
  quarantined: 'quarantined',
  superseded: 'superseded',
  forked: 'forked',
  'generation-unknown': 'forked',
  'expected-seq': 'expected-seq',
}

function noteRefusal(taken: Taken, { error, more }: Problem, generation: number): void {
  taken.outcome = outcomes[error] ?? 'not-taken'
  if (error === 'expected-seq' && typeof more.expectedSeq === 'number')
    taken.expected = { generation, seq: more.expectedSeq }
}

async function takeCommands(
  centre: Centre,
  device: Device,
  batch: readonly Line<'command'>[],
  taken: Taken,
): Promise<void> {
  const generation = batch[0]?.generation ?? 0
  for (let at = 0; at < batch.length; ) {
    const commands = batch.slice(at).map(commandOf)
    const push = await acceptPush(centre, device, { deviceId: device.deviceId, generation, commands })
    taken.verdicts.push(...push.verdicts.map((verdict) => ({ ...verdict, generation })))
    taken.unprocessable.push(...push.unprocessable)
    at += Math.max(1, push.verdicts.length)
  }
}

const commandOf = ({ envelope, hash, signature, payload, salt }: Line<'command'>): PushedCommand => ({
  ...{ envelope, hash, signature, payload, salt },
})

async function takeAudit(centre: Centre, device: Device, batch: readonly Line<'audit'>[], taken: Taken): Promise<void> {
  const generation = batch[0]?.generation ?? 0
  const entries = batch.map(({ seq, entry, hash }) => ({ seq, entry, hash }))
  try {
    taken.audited.set(generation, await acceptAudit(centre, device, { deviceId: device.deviceId, generation, entries }))
  } catch (cause) {
    const expected = cause instanceof Problem && cause.error === 'expected-seq' ? cause.more.expectedSeq : null
    if (typeof expected !== 'number') throw cause
    taken.audited.set(generation, expected - 1)
  }
}

async function takeBlob(centre: Centre, device: Device, line: Line<'blob'>, taken: Taken): Promise<void> {
  const { sha256, from: start, size } = line
  const piece = { sha256, start, size, bytes: Buffer.from(line.bytes, 'base64url') }
  const { complete } = await addPiece(centre, device, piece).catch((cause: unknown) => {
    // A part came over the network, in other pieces: go on where that ended.
    const received = cause instanceof Problem && cause.error === 'wrong-offset' ? Number(cause.more.received) : -1
    if (received <= start || received >= start + piece.bytes.length) throw cause
    return addPiece(centre, device, { ...piece, start: received, bytes: piece.bytes.subarray(received - start) })
  })
  if (complete) taken.has.add(sha256)
}
