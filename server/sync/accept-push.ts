import type { z } from 'zod'
import { limits, type PushedCommand, type pushRequest, type Verdict } from '#shared/contract/sync/protocol.ts'
import type { Device } from '../auth/device.ts'
import { keyOfGeneration } from '../auth/generation-keys.ts'
import type { Centre } from '../centre.ts'
import { invalid, Problem } from '../problem.ts'
import { acceptBatch, type Unprocessable } from './accept-batch.ts'
import { withCardsOfLabels } from './cards-of-labels.ts'
import { quarantine } from './quarantine.ts'
import { type ProvenCommand, proveCommand } from './verify-command.ts'

export interface PushResult {
  readonly verdicts: readonly Verdict[]
  readonly lastSeq: number
  /** Commands that were kept but not processed: somebody has to know. */
  readonly unprocessable: readonly Unprocessable[]
}

/**
 * Takes commands in the order of their numbers. What was accepted before a failure stays accepted and is answered.
 * Throws 400 `invalid`, 403 `quarantined` | `superseded`, 409 `expected-seq` | `forked` | `generation-unknown`.
 */
export async function acceptPush(
  centre: Centre,
  device: Device,
  push: z.output<typeof pushRequest>,
): Promise<PushResult> {
  if (push.deviceId !== device.deviceId) throw invalid('deviceId')
  const commands = await withCardsOfLabels(centre.db, await proveAll(centre, device, push))
  requireNoHoles(commands)
  const verdicts: Verdict[] = []
  const poked: Promise<void>[] = []
  const unprocessable: Unprocessable[] = []
  let [taken, lastSeq] = [0, 0]
  do {
    const batch = commands.slice(taken, taken + limits.commandsPerTransaction)
    try {
      const accepted = await acceptBatch(centre, device, push.generation, batch)
      verdicts.push(...accepted.verdicts)
      unprocessable.push(...accepted.unprocessable)
      lastSeq = accepted.lastSeq
      taken += accepted.taken
      // Beside the next batch. One that is lost only makes other desks hear later: they ask by themselves, too.
      poked.push(centre.pokes.send(accepted.moved).catch(() => undefined))
    } catch (cause) {
      if (verdicts.length === 0) throw cause
      break
    }
  } while (taken < commands.length)
  await Promise.all(poked)
  return { verdicts, lastSeq, unprocessable }
}

async function proveAll(centre: Centre, device: Device, push: z.output<typeof pushRequest>): Promise<ProvenCommand[]> {
  const key = await keyOfGeneration(centre.db, device, push.generation)
  if (!key) throw new Problem(409, 'generation-unknown', { generation: device.generation })
  const from = { deviceId: device.deviceId, generation: push.generation }
  const prove = async (pushed: PushedCommand) => ({ pushed, command: await proveCommand(pushed, key, from) })
  const proven: ProvenCommand[] = []
  for (const { pushed, command } of await Promise.all(push.commands.map(prove))) {
    if (typeof command === 'string') return quarantine(centre, device, command, evidenceOf(pushed))
    proven.push(command)
  }
  return proven
}

const evidenceOf = ({ envelope, hash, signature }: PushedCommand) => ({ envelope, hash, signature })

/** Looked at before anything is accepted, so that a push with a hole in it changes nothing. */
function requireNoHoles(commands: readonly ProvenCommand[]): void {
  for (const [index, { envelope }] of commands.entries()) {
    const before = commands[index - 1]?.envelope
    if (before && envelope.seq !== before.seq + 1)
      throw new Problem(409, 'expected-seq', { expectedSeq: before.seq + 1 })
  }
}
